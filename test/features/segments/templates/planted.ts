/** People planted in an empty CRM, with what they bought and did, by how many days ago it was. */

import { Temporal } from 'temporal-polyfill';
import type { TestApplication } from '../../../support/application.js';

/** A Wednesday at noon in Berlin. */
export const asOf = '2026-03-18T11:00:00Z';
const zone = 'Europe/Berlin';

type Values = Readonly<Record<string, unknown>>;

export interface Person {
  readonly contact?: Values;
  readonly company?: Values;
  readonly orders?: readonly (Values & { readonly lines?: readonly Values[] })[];
  readonly activities?: readonly Values[];
  readonly vehicle_interests?: readonly Values[];
  readonly budgets?: readonly Values[];
  readonly purchase_timelines?: readonly Values[];
  readonly email_opt_in?: boolean;
  /** Since how many days they are in which template's segment, and why. */
  readonly stay?: { readonly template: string; readonly days: number; readonly cause: string };
}

/** The local day so many days ago, at an hour of its own; days to come are negative. */
export const ago = (days: number, hour = 10): string =>
  Temporal.Instant.from(asOf)
    .toZonedDateTimeISO(zone)
    .subtract({ days })
    .with({ hour, minute: 0 })
    .toInstant()
    .toString();
export const dayAgo = (days: number): string =>
  Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate().subtract({ days }).toString();
export const monthsAgo = (months: number, days = 0): string =>
  Temporal.Instant.from(asOf)
    .toZonedDateTimeISO(zone)
    .subtract({ months })
    .subtract({ days })
    .toInstant()
    .toString();

export const order = (days: number, more: Values = {}) => ({
  placed_at: ago(days),
  status: 'paid',
  total_base: 10,
  ...more,
});
export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export class Planted {
  constructor(private readonly app: TestApplication) {}

  async clear(): Promise<void> {
    await this.app.query('delete from crm.contacts');
    await this.app.query('delete from crm.companies');
    await this.app.query('delete from segmentation.contact_stays');
    await this.app.query('delete from segmentation.contact_consents');
  }

  async plant(name: string, person: Person, segmentOf: (template: string) => string): Promise<void> {
    const company_id = person.company && (await this.insert('companies', { name, ...person.company }));
    const contact = { external_id: name, ...(company_id && { company_id }), ...person.contact };
    const contact_id = await this.insert('contacts', contact);
    for (const { lines = [], ...values } of person.orders ?? []) {
      const order_id = await this.insert('orders', { contact_id, ...values });
      for (const line of lines) await this.insert('order_lines', { contact_id, order_id, ...line });
    }
    for (const table of ['activities', 'vehicle_interests', 'budgets', 'purchase_timelines'] as const)
      for (const row of person[table] ?? []) await this.insert(table, { contact_id, ...row });
    if (person.email_opt_in !== undefined)
      await this.app.query(
        `insert into segmentation.contact_consents values ('1', 'email', $1, $2, 'test', $3, 'test')`,
        [contact_id, person.email_opt_in, ago(400)],
      );
    if (person.stay)
      await this.app.query(
        `insert into segmentation.contact_stays (tenant_id, segment_id, subject_id, entered_at, entered_by, cause)
         values ('1', $1, $2, $3, 'test', $4)`,
        [segmentOf(person.stay.template), contact_id, ago(person.stay.days), person.stay.cause],
      );
  }

  async company(name: string, company: Values): Promise<void> {
    await this.insert('companies', { external_id: name, name, ...company });
  }

  private async insert(table: string, values: Values): Promise<string> {
    const all = Object.entries({ tenant_id: 1, ...values });
    const places = all.map((_, index) => `$${index + 1}`).join(', ');
    const columns = all.map(([column]) => column).join(', ');
    const [row] = await this.app.query<{ id: string }>(
      `insert into crm.${table} (${columns}) values (${places}) returning id`,
      all.map(([, value]) => value),
    );
    return String(row?.id);
  }
}
