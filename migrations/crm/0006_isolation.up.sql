-- Row-level security by the engine's own setting, which TenantDatabase makes in every transaction: a request sees one
-- tenant's rows, whatever its SQL forgets. The engine's `migrate` exempts the role in which rules are evaluated.
alter table crm.companies enable row level security, force row level security;
create policy of_tenant on crm.companies
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.contacts enable row level security, force row level security;
create policy of_tenant on crm.contacts
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.orders enable row level security, force row level security;
create policy of_tenant on crm.orders
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.order_lines enable row level security, force row level security;
create policy of_tenant on crm.order_lines
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.activities enable row level security, force row level security;
create policy of_tenant on crm.activities
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.vehicle_interests enable row level security, force row level security;
create policy of_tenant on crm.vehicle_interests
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.budgets enable row level security, force row level security;
create policy of_tenant on crm.budgets
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);
alter table crm.purchase_timelines enable row level security, force row level security;
create policy of_tenant on crm.purchase_timelines
  using (tenant_id = nullif(current_setting('segmentation.tenant', true), '')::integer);

-- The register of tenants is read before one is known: by the database's own user, never by one who has taken a role.
alter table crm.tenants enable row level security, force row level security;
create policy of_tenant on crm.tenants using (id::text = current_setting('segmentation.tenant', true));
create policy before_tenant on crm.tenants
  using (coalesce(current_setting('segmentation.tenant', true), '') = '' and current_user = session_user);
