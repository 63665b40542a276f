/** The entities say what the migrations made: the same tables, columns, types and defaults, and relations that lead. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Company } from '../../../src/crm/company.entity.js';
import { Contact } from '../../../src/crm/contact.entity.js';
import { crmEntities } from '../../../src/crm/entities.js';
import { Order } from '../../../src/crm/order.entity.js';
import { OrderLine } from '../../../src/crm/order-line.entity.js';
import { Tenant } from '../../../src/crm/tenant.entity.js';
import { type CrmDatabase, openCrm } from './crm-database.js';

let crm: CrmDatabase;
beforeAll(async () => {
  crm = await openCrm();
});
afterAll(() => crm.drop());

interface ColumnOfTable {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
}

const byName = (one: ColumnOfTable, other: ColumnOfTable): number => one.name.localeCompare(other.name);

/** A domain counts as the type beneath it. */
const columnsOf = (table: string): Promise<ColumnOfTable[]> =>
  crm.query(
    `select a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), -1) as type,
       not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as "hasDefault"
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0`,
    [table],
  );

describe.each(crmEntities.map((entity) => [entity.name, entity] as const))(
  'the entity %s',
  (_name, entity) => {
    it('has the columns of its table', async () => {
      const { columns, tablePath } = crm.dataSource.getMetadata(entity);
      const said = columns.map((column) => ({
        name: column.databaseName,
        type: `${crm.dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
        hasDefault: column.isGenerated || column.default !== undefined,
      }));
      expect(said.sort(byName)).toEqual((await columnsOf(tablePath)).sort(byName));
    });

    it('names its properties as its columns', () => {
      const { ownColumns } = crm.dataSource.getMetadata(entity);
      const columns = ownColumns.filter(({ relationMetadata }) => !relationMetadata);
      expect(columns.map(({ propertyName }) => propertyName)).toEqual(columns.map((c) => c.databaseName));
    });
  },
);

describe('records', () => {
  it('are written and read along their relations', async () => {
    const { manager } = crm.dataSource;
    const tenant = await manager.save(Tenant, { name: 'Trattoria', kind: 'restaurant' as const });
    const tenant_id = tenant.id;
    const company = await manager.save(Company, { tenant_id, name: 'Ufer Hotels' });
    const contact = await manager.save(Contact, {
      tenant_id,
      company_id: company.id,
      email: 'a@example.com',
    });
    const order = await manager.save(Order, { tenant_id, contact_id: contact.id, placed_at: new Date() });
    await manager.save(OrderLine, { tenant_id, contact_id: contact.id, order_id: order.id, total: '12.50' });
    const found = await manager.findOneOrFail(Contact, {
      where: { id: contact.id },
      relations: { company: true, orders: { order_lines: true } },
    });
    expect(found.company?.name).toBe('Ufer Hotels');
    expect(found.orders[0]?.order_lines[0]?.total).toBe('12.50');
    expect(found.external_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(found.tags).toEqual([]);
  });

  it('say when they were last changed, and only when they were', async () => {
    const [contact] = await crm.query<{ id: string; updated_at: Date }>(
      'select id, updated_at from crm.contacts limit 1',
    );
    const updatedAt = async (change: string): Promise<boolean> => {
      await crm.query(`update crm.contacts set ${change} where id = $1`, [contact?.id]);
      const [row] = await crm.query<{ later: boolean }>(
        'select updated_at > $2 as later from crm.contacts where id = $1',
        [contact?.id, contact?.updated_at.toISOString().replace('Z', '999Z')],
      );
      return row?.later ?? false;
    };
    expect(await updatedAt("email = 'a@example.com'")).toBe(false);
    expect(await updatedAt("email = 'b@example.com'")).toBe(true);
  });

  it.each([
    [
      'of another tenant cannot hang on a contact',
      'insert into crm.orders (tenant_id, contact_id, placed_at) select tenant_id + 1, id, now() from crm.contacts limit 1',
      /foreign key/,
    ],
    ['cannot hold NaN', "update crm.orders set total = 'NaN'", /amount_check/],
    ['cannot hold infinity', "update crm.orders set total = '-infinity'", /amount_check/],
    ['cannot be off the globe', "update crm.contacts set latitude = 'NaN'", /latitude_check/],
  ])('%s', async (_rule, sql, refusal) => {
    await expect(crm.query(sql)).rejects.toThrow(refusal);
  });

  it('go with their contact', async () => {
    await crm.query('delete from crm.contacts');
    const [left] = await crm.query(
      'select (select count(*) from crm.orders) + (select count(*) from crm.order_lines) as count',
    );
    expect(left).toEqual({ count: '0' });
  });
});
