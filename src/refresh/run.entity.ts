/** A refresh as it is recorded. */

/** `full`: all members anew. `incremental`: those of whom something has changed. */
export const runKinds = ['full', 'incremental'] as const;
export type RunKind = (typeof runKinds)[number];

/** `discarded`: the rule was edited meanwhile, so that the result was for an older one. */
export const runStatuses = ['running', 'succeeded', 'failed', 'discarded'] as const;
export type RunStatus = (typeof runStatuses)[number];

export interface RunRow {
  /** UUID v7. */
  readonly id: string;
  readonly segment_id: string;
  readonly segment_version: number;
  readonly kind: RunKind;
  readonly status: RunStatus;
  readonly as_of: Date;
  readonly started_at: Date;
  readonly started_by: string;
  readonly finished_at: Date | null;
  readonly joined: number | null;
  readonly left: number | null;
  readonly member_count: number | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
}
