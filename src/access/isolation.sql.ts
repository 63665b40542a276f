/** Row-level security of the engine's tables: the second wall between tenants. */

/**
 * An idempotent statement that puts a table with a `tenant_id` under it, for its owner too. For tables that are provided
 * rather than migrated; migrations have the same two lines.
 */
export const isolated = (table: string): string => `do $$ begin
  if not (select relforcerowsecurity from pg_class where oid = to_regclass('${table}')) then
    alter table ${table} enable row level security, force row level security;
    create policy of_tenant on ${table} using (tenant_id = current_setting('segmentation.tenant', true));
  end if;
end $$`;
