-- Keys of programs. Only the digest of a key is kept; `prefix` is the part of it that people may see.
CREATE TABLE segmentation.api_keys (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  prefix text NOT NULL,
  digest bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  expires_at timestamptz,
  -- To the hour or so: a busy key does not write on every request.
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  UNIQUE (tenant_id, prefix)
);
CREATE INDEX api_keys_newest ON segmentation.api_keys (tenant_id, id DESC);
