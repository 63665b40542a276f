-- Until when each tenant's time has passed: nothing is evaluated as of an instant before it. `swept_until` follows: until then
-- everybody whose verdict time has turned is written down to be looked at again; by the zone, the week and the leap day
-- that the tenant had then. Null until the first time.
CREATE TABLE segmentation.tenant_clocks (
  tenant_id text PRIMARY KEY,
  clocked_until timestamptz NOT NULL,
  swept_until timestamptz,
  zone text,
  week_start text,
  leap_day text,
  CHECK (swept_until <= clocked_until)
);
ALTER TABLE segmentation.tenant_clocks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.tenant_clocks USING (tenant_id = current_setting('segmentation.tenant', true));
