-- Sessions of the back office. `key` is a keyed hash of the cookie's token: a copy of this table opens none.
CREATE TABLE segmentation.session (
  key bytea PRIMARY KEY,
  account_id text NOT NULL,
  -- A keyed hash of what the session was opened with: when the password changes, the session ends.
  seal bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_expires_at ON segmentation.session (expires_at);

-- Attempts to sign in, counted by hashed address and hashed account; the columns are rate-limiter-flexible's.
CREATE TABLE segmentation.login_attempt (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
