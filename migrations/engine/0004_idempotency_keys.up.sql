-- Writes that were sent with an Idempotency-Key: of key and request only digests, of the answer what is sent again.
CREATE TABLE segmentation.idempotency_keys (
  tenant_id text NOT NULL,
  actor_id text NOT NULL,
  key bytea NOT NULL,
  -- Of method, path, query and body.
  request bytea NOT NULL,
  -- Whoever carries the request out: a claim that is no longer held is free to be taken.
  claim uuid NOT NULL,
  held_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Null while the request is carried out.
  status smallint,
  -- Null where there is none, and where it is not kept.
  body text,
  body_kept boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, actor_id, key)
);
CREATE INDEX idempotency_keys_age ON segmentation.idempotency_keys (created_at);
