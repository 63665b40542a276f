-- The second wall between tenants: row-level security, also for the owner. Rows are of the tenant that a transaction was
-- opened for, and where none was named there are no rows. Every new table with a tenant_id has these two lines.
ALTER TABLE segmentation.segments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.segments USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.segment_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.segment_versions USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.segment_dependencies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.segment_dependencies USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.runs USING (tenant_id = current_setting('segmentation.tenant', true));
-- A key says of which tenant it is before it is looked up.
ALTER TABLE segmentation.api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.api_keys USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.idempotency_keys USING (tenant_id = current_setting('segmentation.tenant', true));

-- Sessions, and attempts to sign in, are looked up to find out whose a request is, so they belong to no tenant. They are
-- there before a tenant is known, and for nobody who acts for one; the role of requests has no right to them at all.
ALTER TABLE segmentation.session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY before_tenant ON segmentation.session USING (coalesce(current_setting('segmentation.tenant', true), '') = '');
ALTER TABLE segmentation.login_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY before_tenant ON segmentation.login_attempt USING (coalesce(current_setting('segmentation.tenant', true), '') = '');
