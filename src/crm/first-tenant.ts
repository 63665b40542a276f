/** Whose records they are where nobody says it. */

import type { DataSource } from 'typeorm';

/** The tenant that came first; where there is none yet, the one that will. */
export async function firstTenantIn(dataSource: DataSource): Promise<number> {
  const [{ there }] = await dataSource.query(`select to_regclass('crm.tenants') is not null as there`);
  if (!there) return 1;
  const [row] = await dataSource.query<{ id: number | null }[]>('select min(id) as id from crm.tenants');
  return row?.id ?? 1;
}
