/** The sample's tenants: the restaurant comes first. */

import type { ClientBase } from 'pg';
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
