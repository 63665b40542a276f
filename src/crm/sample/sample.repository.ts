/** Writes the sample's rows, giving them their keys: hundreds of contacts at a time, table by table. */

import type { ClientBase } from 'pg';
import { type CopyValue, copyRows } from '../copy.js';
import { type Row, type SampleContact, type SampleTable, sampleColumns } from './rows.js';

/** A row with what the sample's makers leave open. */
interface Keyed<T extends SampleTable> {
  readonly row: Row<T>;
  readonly keys: Readonly<Record<string, CopyValue>>;
}

interface KeyedContact extends SampleContact {
  readonly id: string;
}

export class SampleRepository {
  constructor(
    private readonly client: ClientBase,
    private readonly tenant: number,
  ) {}

  /** How many contacts there are whose external_id begins like this. */
  async countContacts(prefix: string): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      'select count(*)::integer as count from crm.contacts where tenant_id = $1 and starts_with(external_id, $2)',
      [this.tenant, prefix],
    );
    return rows[0]?.count ?? 0;
  }

  /** Resolves to the companies' ids, in their order. */
  async writeCompanies(companies: readonly Row<'companies'>[]): Promise<string[]> {
    const ids = await this.#reserveIds('companies', companies.length);
    await this.#copy(
      'companies',
      companies.map((row, index) => ({ row, keys: { id: ids[index] ?? null, ...dated(row.created_at) } })),
    );
    return ids;
  }

  /** `companies` are the ids that the contacts' companies stand for. */
  async writeContacts(contacts: readonly SampleContact[], companies: readonly string[]): Promise<void> {
    const ids = await this.#reserveIds('contacts', contacts.length);
    const keyed = contacts.map((contact, index) => ({ ...contact, id: ids[index] ?? '' }));
    await this.#copy(
      'contacts',
      keyed.map(({ contact: row, id, company }) => ({
        row,
        keys: { id, company_id: companies[company ?? -1] ?? null, ...dated(row.created_at) },
      })),
    );
    await this.#writeOrders(keyed);
    await this.#writeActivities(keyed);
    await this.#writeShopping(keyed);
  }

  /**
   * Tells the planner that these tables are no longer empty. It plans the checks of foreign keys once a session, and
   * what it plans for an empty table (any index that begins with the tenant) reads all of a full one.
   */
  async analyzeParents(): Promise<void> {
    await this.client.query('analyze crm.companies, crm.contacts, crm.orders');
  }

  async #writeOrders(contacts: readonly KeyedContact[]): Promise<void> {
    const orders = contacts.flatMap(({ orders, ...contact }) =>
      orders.map((order) => ({ ...order, contact })),
    );
    const ids = await this.#reserveIds('orders', orders.length);
    const rows: Keyed<'orders'>[] = [];
    const lines: Keyed<'order_lines'>[] = [];
    for (const [index, { order, lines: its, contact }] of orders.entries()) {
      const order_id = ids[index] ?? null;
      const external_id = `O-${order_id}`;
      const shared = { contact_id: contact.id, ...dated(order.created_at) };
      rows.push({ row: order, keys: { id: order_id, external_id, ...shared } });
      for (const [number, row] of its.entries()) {
        lines.push({ row, keys: { order_id, external_id: `${external_id}-${number + 1}`, ...shared } });
      }
    }
    await this.#copy('orders', rows);
    await this.#copy('order_lines', lines);
  }

  async #writeActivities(contacts: readonly KeyedContact[]): Promise<void> {
    const happened = (row: Row<'activities'>): CopyValue => row.occurred_at;
    await this.#copy(
      'activities',
      hanging(contacts, 'A', ({ activities }) => activities, happened),
    );
  }

  /** What those who look for a car have said of it. */
  async #writeShopping(contacts: readonly KeyedContact[]): Promise<void> {
    await this.#copy(
      'vehicle_interests',
      hanging(contacts, 'V', ({ interests }) => interests),
    );
    await this.#copy(
      'budgets',
      hanging(contacts, 'B', ({ budgets }) => budgets),
    );
    await this.#copy(
      'purchase_timelines',
      hanging(contacts, 'T', ({ timelines }) => timelines),
    );
  }

  /** COPY knows no row-level security: it goes into a table of its own, and from there to where the rows belong. */
  async #copy<T extends SampleTable>(table: T, rows: readonly Keyed<T>[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const keys = Object.keys(first.keys);
    const columns = sampleColumns[table].filter((column) => !keys.includes(column));
    const names = ['tenant_id', ...keys, ...columns];
    const list = names.join(', ');
    await this.client.query(
      `create temporary table sample_rows on commit drop as select ${list} from crm.${table} with no data`,
    );
    const values = rows.map((keyed) => {
      const row: Readonly<Record<string, CopyValue>> = keyed.row;
      return [this.tenant, ...Object.values(keyed.keys), ...columns.map((column) => row[column] ?? null)];
    });
    await copyRows(this.client, 'sample_rows', names, values);
    await this.client.query(`insert into crm.${table} (${list}) select ${list} from sample_rows`);
    await this.client.query('drop table sample_rows');
  }

  /** Taken from the sequence, so that others may write at the same time. */
  async #reserveIds(table: 'companies' | 'contacts' | 'orders', count: number): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      `select nextval(pg_get_serial_sequence('crm.${table}', 'id')) as id from generate_series(1, $1)`,
      [count],
    );
    return rows.map(({ id }) => id);
  }
}

const dated = (instant: CopyValue): Readonly<Record<string, CopyValue>> => ({
  created_at: instant,
  updated_at: instant,
});

/** The rows of one kind that hang on contacts, as old as they say or as their contact. */
function hanging<T extends SampleTable>(
  contacts: readonly KeyedContact[],
  letter: string,
  rowsOf: (contact: SampleContact) => readonly Row<T>[] | undefined,
  instantOf?: (row: Row<T>) => CopyValue,
): Keyed<T>[] {
  return contacts.flatMap((contact) =>
    (rowsOf(contact) ?? []).map((row, index) => ({
      row,
      keys: {
        contact_id: contact.id,
        external_id: `${letter}-${contact.id}-${index + 1}`,
        ...dated(instantOf?.(row) ?? contact.contact.created_at),
      },
    })),
  );
}
