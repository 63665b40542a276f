-- The roles' policies stay behind, disabled like the security that they are exempted from.
DROP POLICY of_tenant ON segmentation.segments;
ALTER TABLE segmentation.segments NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON segmentation.segment_versions;
ALTER TABLE segmentation.segment_versions NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON segmentation.segment_dependencies;
ALTER TABLE segmentation.segment_dependencies NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON segmentation.runs;
ALTER TABLE segmentation.runs NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON segmentation.api_keys;
ALTER TABLE segmentation.api_keys NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON segmentation.idempotency_keys;
ALTER TABLE segmentation.idempotency_keys NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY before_tenant ON segmentation.session;
ALTER TABLE segmentation.session NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
DROP POLICY before_tenant ON segmentation.login_attempt;
ALTER TABLE segmentation.login_attempt NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;
