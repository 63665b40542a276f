/**
 * What the CRM keeps of a person. Erasing deletes: the contact, and with it their orders, activities, wishes and budgets.
 * A host that has to keep its invoices would take the person out of them instead.
 */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, type Person, PersonalDataHolder } from '../index.js';

/** The tables of each subject, and the column by which their rows are of one. A company's contacts are people of their own. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contact: {
    contacts: 'id',
    orders: 'contact_id',
    order_lines: 'contact_id',
    activities: 'contact_id',
    vehicle_interests: 'contact_id',
    budgets: 'contact_id',
    purchase_timelines: 'contact_id',
  },
  company: { companies: 'id' },
};

@Injectable()
export class CrmPersonalData extends PersonalDataHolder {
  override readonly holds = 'records';

  override async show({ tenant, subject, id }: Person, running: EntityManager): Promise<readonly unknown[]> {
    const records: unknown[] = [];
    for (const [table, column] of Object.entries(tables[subject.name] ?? {})) {
      const rows = await running.query<{ record: object }[]>(
        `select to_jsonb(t) - 'tenant_id' as record from crm.${table} t
         where t.tenant_id = $1::integer and t.${column} = $2::bigint order by t.id`,
        [tenant, id],
      );
      records.push(...rows.map(({ record }) => ({ table, ...record })));
    }
    return records;
  }

  /** What hangs off them goes with them. */
  override async forget(
    _actor: Actor,
    { tenant, subject, id }: Person,
    running: EntityManager,
  ): Promise<number> {
    const [table] = Object.keys(tables[subject.name] ?? {});
    const [, count] = await running.query<[unknown[], number]>(
      `delete from crm.${table} where tenant_id = $1::integer and id = $2::bigint`,
      [tenant, id],
    );
    return count;
  }
}
