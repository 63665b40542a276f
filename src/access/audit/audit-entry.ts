/** What is kept of an act. */

export interface AuditEntry {
  /** UUID v7. */
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly from_address: string | null;
  readonly action: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly actor?: string | undefined;
  /** ISO 8601 with an offset; from the one on, to before the other. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface AuditPage {
  readonly limit: number;
  /** The id of the last entry of the page before. */
  readonly cursor: string | undefined;
  readonly descending: boolean;
}
