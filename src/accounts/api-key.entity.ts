/** A stored API key: everything but the key. */

export interface ApiKeyRow {
  /** UUID v7. */
  readonly id: string;
  readonly name: string;
  /** How the key begins, for people to recognise it by. */
  readonly prefix: string;
  /** What it may do. */
  readonly scopes: readonly string[];
  readonly created_at: Date;
  readonly created_by: string;
  /** Null for a key that does not expire. */
  readonly expires_at: Date | null;
  /** To the hour or so; null before the first use. */
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
}

export interface NewApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly digest: Buffer;
  readonly scopes: readonly string[];
  readonly created_by: string;
  readonly expires_at: Date | null;
}
