/** The sample's tenants: the restaurant comes first. */

import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Place } from '../tenant.entity.js';

export type TenantKind = 'restaurant' | 'car_dealer' | 'agency';

interface SampleTenant {
  readonly kind: TenantKind;
  readonly name: string;
  readonly places: readonly Place[];
}

const tenants: readonly SampleTenant[] = [
  {
    kind: 'restaurant',
    name: 'Trattoria Lucia',
    places: [
      { name: 'Mitte', latitude: 52.5244, longitude: 13.4105 },
      { name: 'Prenzlauer Berg', latitude: 52.5388, longitude: 13.4244 },
      { name: 'Kreuzberg', latitude: 52.4986, longitude: 13.4034 },
    ],
  },
  {
    kind: 'car_dealer',
    name: 'Autohaus Isar',
    places: [{ name: 'Showroom', latitude: 48.1374, longitude: 11.5755 }],
  },
  { kind: 'agency', name: 'Studio Nord', places: [{ name: 'Office', latitude: 53.5511, longitude: 9.9937 }] },
];

export interface TenantOfKind {
  readonly id: number;
  readonly kind: TenantKind;
  readonly name: string;
  readonly time_zone: string;
}

/** One tenant of each kind, in order; those that are missing are made, in this zone. */
export async function provideTenants(client: ClientBase, zone: string): Promise<TenantOfKind[]> {
  for (const { kind, name, places } of tenants) {
    await client.query(
      `insert into crm.tenants (kind, name, time_zone, places) select $1, $2, $3, $4
       where not exists (select from crm.tenants where kind = $1)`,
      [kind, name, zone, JSON.stringify(places)],
    );
  }
  const { rows } = await client.query<TenantOfKind>(
    `select distinct on (array_position($1, kind)) id, kind, name, time_zone from crm.tenants where kind = any($1)
     order by array_position($1, kind), id`,
    [tenants.map(({ kind }) => kind)],
  );
  return rows;
}

/** To row-level security: until the transaction ends, rows are this tenant's. In none, tenants can be looked for. */
export async function enterTenant(manager: EntityManager, id: number | undefined): Promise<void> {
  await manager.query("select set_config('segmentation.tenant', $1, true)", [String(id ?? '')]);
}

/** Whether any tenant knows anybody. Within a transaction, which is in no tenant afterwards. */
export async function hasContacts(manager: EntityManager): Promise<boolean> {
  const tenants = await manager.query<{ id: number }[]>('select id from crm.tenants order by id');
  let found = false;
  for (const { id } of tenants) {
    await enterTenant(manager, id);
    const some = await manager.query<unknown[]>('select from crm.contacts where tenant_id = $1 limit 1', [
      id,
    ]);
    found ||= some.length > 0;
  }
  await enterTenant(manager, undefined);
  return found;
}
