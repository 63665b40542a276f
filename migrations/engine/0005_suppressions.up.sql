-- Addresses that are not written to any more: as keyed hashes, apart from whoever has them, so that they survive
-- re-import and erasure. Consents themselves are kept in a table for each kind of subject.
CREATE TABLE segmentation.suppressions (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  channel text NOT NULL,
  -- HMAC-SHA-256 of the address as its channel writes it, with a key of the tenant's and the channel's.
  address_hash bytea NOT NULL,
  reason text NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'erased', 'manual')),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  UNIQUE (tenant_id, channel, address_hash)
);
CREATE INDEX suppressions_newest ON segmentation.suppressions (tenant_id, id DESC);
ALTER TABLE segmentation.suppressions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.suppressions USING (tenant_id = current_setting('segmentation.tenant', true));
