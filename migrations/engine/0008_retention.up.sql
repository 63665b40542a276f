-- Keys of requests that are too old to count are removed for all tenants at once, by the database's own user: what anybody
-- who acts for a tenant sees is that tenant's, however old.
CREATE POLICY too_old ON segmentation.idempotency_keys
  USING (created_at < now() - interval '24 hours'
    AND coalesce(current_setting('segmentation.tenant', true), '') = '' AND current_user = session_user);
