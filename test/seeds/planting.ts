/** Plants people in a tenant of their own: contacts or companies, each with what hangs on them. */

import { Temporal } from 'temporal-polyfill';
import {
  type Actor,
  type Channel,
  Consents,
  CustomFields,
  CustomFieldValues,
  type NewCustomField,
} from '../../src/index.js';
import type { TestApplication } from '../support/application.js';

/** A Wednesday, at noon in Berlin. */
export const asOf = '2024-05-15T10:00:00Z';

const zone = 'Europe/Berlin';
const today = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate();

/** So many days from today; before it, if negative. */
export const day = (days: number): string => today.add({ days }).toString();

/** The same, at a time on the tenant's clock: an instant. */
export const at = (days: number, time = '12:00'): string =>
  today.add({ days }).toZonedDateTime({ plainTime: time, timeZone: zone }).toInstant().toString();

export type Columns = Readonly<Record<string, unknown>>;

export interface PlantedOrder extends Columns {
  readonly lines?: readonly Columns[];
}

/** Fields that a tenant makes for itself, by their keys. */
export type CustomFieldsOf = Readonly<
  Record<string, Pick<NewCustomField, 'type' | 'options'> & { readonly subject?: 'company' }>
>;

/** Columns of a contact, and what hangs on her. */
export interface Person extends Columns {
  readonly company?: Firm;
  /** Values of custom fields, by their keys. */
  readonly custom?: Columns;
  /** What she last said about being written to. */
  readonly consents?: Readonly<Partial<Record<Channel, boolean>>>;
  readonly orders?: readonly PlantedOrder[];
  readonly activities?: readonly Columns[];
  readonly vehicle_interests?: readonly Columns[];
  readonly budgets?: readonly Columns[];
  readonly purchase_timelines?: readonly Columns[];
}

/** Columns of a company, and the people there. */
export interface Firm extends Columns {
  readonly custom?: Columns;
  readonly contacts?: readonly Person[];
}

/** By the external ids that they get. */
export type People = Readonly<Record<string, Person | Firm>>;

/** A kept order: what was paid, how many days ago, at noon. */
export const bought = (total: number, daysAgo: number, more: PlantedOrder = {}): PlantedOrder => ({
  placed_at: at(-daysAgo),
  status: 'paid',
  total,
  total_base: total,
  ...more,
});

export const did = (kind: string, daysAgo: number, more: Columns = {}): Columns => ({
  kind,
  occurred_at: at(-daysAgo),
  ...more,
});

/** The same several times. */
export const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_none, index) => item(index));

/** What hangs on a contact by a column `contact_id` alone. */
const records = ['activities', 'vehicle_interests', 'budgets', 'purchase_timelines'] as const;

export class Planting {
  private constructor(
    private readonly app: TestApplication,
    readonly actor: Actor,
  ) {}

  /** In a new tenant, as whoever may do everything there. */
  static async in(app: TestApplication, name: string, actor: Omit<Actor, 'tenant'>): Promise<Planting> {
    const [row] = await app.query<{ id: number }>(
      `insert into crm.tenants (name, kind, time_zone) values ($1, 'restaurant', $2) returning id`,
      [name, zone],
    );
    return new Planting(app, { ...actor, tenant: String(row?.id) });
  }

  async customFields(fields: CustomFieldsOf): Promise<void> {
    for (const [key, { subject = 'contact', ...field }] of Object.entries(fields))
      await this.app.nest.get(CustomFields).create(this.actor, { subject, key, label: key, ...field });
  }

  async contacts(people: People): Promise<void> {
    for (const [external_id, person] of Object.entries(people))
      await this.contact({ external_id, ...person });
  }

  async companies(firms: People): Promise<void> {
    for (const [external_id, firm] of Object.entries(firms)) {
      const { contacts = [], ...columns } = firm as Firm;
      const company_id = await this.company({ name: external_id, external_id, ...columns });
      for (const person of contacts) await this.contact({ company_id, ...person });
    }
  }

  private async company({ custom, ...columns }: Firm): Promise<string> {
    const id = await this.insert('companies', columns);
    if (custom) await this.app.nest.get(CustomFieldValues).write(this.actor, 'company', id, custom);
    return id;
  }

  private async contact(person: Person): Promise<void> {
    const { company, custom, consents = {}, orders = [], ...others } = person;
    const columns = Object.entries(others).filter(([name]) => !(records as readonly string[]).includes(name));
    const employer = company && { company_id: await this.company({ name: 'Acme', ...company }) };
    const contact_id = await this.insert('contacts', { ...Object.fromEntries(columns), ...employer });
    if (custom) await this.app.nest.get(CustomFieldValues).write(this.actor, 'contact', contact_id, custom);
    for (const [channel, opted_in] of Object.entries(consents)) {
      const consent = { channel: channel as Channel, opted_in, source: 'form', at: new Date(at(-1)) };
      await this.app.nest.get(Consents).record(this.actor, 'contact', contact_id, consent);
    }
    for (const table of records)
      for (const record of person[table] ?? []) await this.insert(table, { contact_id, ...record });
    for (const { lines = [], ...order } of orders) {
      const order_id = await this.insert('orders', { contact_id, ...order });
      for (const line of lines) await this.insert('order_lines', { contact_id, order_id, ...line });
    }
  }

  private async insert(table: string, columns: Columns): Promise<string> {
    const row = { tenant_id: this.actor.tenant, ...columns };
    const names = Object.keys(row);
    const [inserted] = await this.app.query<{ id: string }>(
      `insert into crm.${table} (${names.join(', ')})
       values (${names.map((_name, index) => `$${index + 1}`).join(', ')}) returning id`,
      Object.values(row),
    );
    return String(inserted?.id);
  }
}
