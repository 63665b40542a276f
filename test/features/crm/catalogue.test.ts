/** The CRM's catalogue: what can be asked, and that every name in it leads to something in the database. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildVocabulary } from '../../../src/catalogue/build.js';
import { checkDeclaredRules } from '../../../src/catalogue/checks.js';
import { crmCatalogue } from '../../../src/crm/catalogue.js';
import type { RecordType, Vocabulary } from '../../../src/rule-language/field.js';
import { type CrmDatabase, openCrm } from './crm-database.js';

let crm: CrmDatabase;
let vocabulary: Vocabulary;
beforeAll(async () => {
  crm = await openCrm();
  vocabulary = buildVocabulary(crmCatalogue, crm.dataSource);
});
afterAll(() => crm.drop());

const shared = ['id', 'external_id', 'created_at', 'updated_at'];
const behaviour = [
  ...['order_count', 'total_spend', 'average_order_value', 'first_order_at', 'last_order_at'],
  ...[
    'orders_last_30_days',
    'days_since_last_order',
    'favourite_category',
    'last_activity_at',
    'visit_count',
  ],
  ...['referral_count', 'review_count', 'average_rating', 'messages_received', 'last_message_opened_at'],
  'days_as_customer',
];

const shopping = ['financing', 'purchase_date'];

describe('the catalogue', () => {
  it('means something, in every metric, derived field and collection', () => {
    checkDeclaredRules(vocabulary);
    expect([...vocabulary.subjects.keys()]).toEqual(['contact', 'company']);
  });

  it.each<[record: string, fields: string[]]>([
    [
      'contact',
      [
        ...[
          'first_name',
          'last_name',
          'email',
          'phone',
          'status',
          'source',
          'score',
          'role',
          'country',
          'city',
        ],
        ...['postal_code', 'latitude', 'longitude', 'position', 'birthday', 'anniversary', 'language'],
        ...['preferred_channel', 'vip', 'email_verified', 'tags', 'dietary', 'follows', 'loyalty_status'],
        ...[
          'loyalty_tier',
          'loyalty_points',
          'age',
          'email_domain',
          'full_name',
          'has_email',
          ...behaviour,
          ...shopping,
        ],
      ],
    ],
    [
      'company',
      [
        ...[
          'name',
          'industry',
          'employees',
          'size_band',
          'country',
          'city',
          'annual_revenue',
          'contract_status',
        ],
        ...['tags', 'contact_count', ...behaviour],
      ],
    ],
    [
      'order',
      [
        ...[
          'placed_at',
          'placed_at.date',
          'placed_at.hour',
          'placed_at.weekday',
          'status',
          'channel',
          'location',
        ],
        ...['currency', 'total', 'total_base', 'discount', 'coupon_code'],
      ],
    ],
    [
      'order_line',
      ['sku', 'name', 'category', 'department', 'brand', 'quantity', 'unit_price', 'discount', 'total'],
    ],
    [
      'activity',
      [
        ...[
          'kind',
          'occurred_at',
          'channel',
          'rating',
          'value',
          'properties.campaign_id',
          'properties.campaign_type',
        ],
        ...['properties.offer_id', 'properties.store', 'properties.page', 'properties.amount'],
      ],
    ],
    ['vehicle_interest', ['make', 'model', 'year', 'body_type', 'new_or_used', 'level']],
    ['budget', ['minimum', 'maximum', 'down_payment', 'monthly_payment', 'financing', 'currency']],
    ['purchase_timeline', ['horizon', 'urgency', 'target_date']],
  ])('offers the fields of %s', (name, fields) => {
    const { fields: offered } = recordOf(name);
    expect([...offered.keys()]).toEqual(expect.arrayContaining([...shared, ...fields]));
    expect(offered.has('tenant_id')).toBe(false);
    expect(offered.has('contact_id')).toBe(false);
  });

  it('calls everything something in German', () => {
    const named = [...vocabulary.records.values()].flatMap((record) => [
      record,
      ...[...record.fields.values()].flatMap((field) => [field, ...(field.options ?? [])]),
      ...record.paths.values(),
      ...record.collections.values(),
    ]);
    // Sizes and currencies are called alike in all languages.
    const alike = /^([A-Z]{3}|[\d+-]+)$/;
    expect(named.filter(({ label, labels }) => !labels?.de && !alike.test(label))).toEqual([]);
    expect([...vocabulary.subjects.values()].map(({ record }) => record.plurals?.de)).toEqual([
      'Kontakte',
      'Unternehmen',
    ]);
  });

  it.each([
    [
      'contact',
      ['company'],
      ['orders', 'order_lines', 'activities', 'vehicle_interests', 'budgets', 'purchase_timelines'],
    ],
    ['company', [], ['contacts', 'orders', 'order_lines', 'activities']],
    ['order', [], ['order_lines']],
    ['order_line', ['order'], []],
    ['activity', [], []],
  ])('leads from %s along %j to %j', (name, paths, collections) => {
    const record = recordOf(name);
    expect([...record.paths.keys()]).toEqual(paths);
    expect([...record.collections.keys()]).toEqual(collections);
  });

  it.each(['contact', 'order', 'order_line', 'activity', 'budget'])(
    'knows that numbers of %s are finite',
    (name) => {
      for (const { name: field, type, source } of recordOf(name).fields.values()) {
        if (type === 'number' && source.kind === 'column')
          expect([field, source.finite]).toEqual([field, true]);
      }
    },
  );

  it('names only columns that its tables have', async () => {
    for (const record of vocabulary.records.values()) {
      const columns = [...columnsOf(record)].map((column) => `"${column}"`);
      await crm.query(`select ${columns.join(', ')} from crm.${record.table.name} limit 0`);
    }
  });

  it('joins lines to orders by the contact too, so that a contact’s records can live together', () => {
    expect(recordOf('order_line').paths.get('order')?.on).toContainEqual({
      from: 'contact_id',
      to: 'contact_id',
    });
    expect(recordOf('contact').collections.get('order_lines')?.steps).toMatchObject([
      { target: 'order_line', on: [{ from: 'id', to: 'contact_id' }], time: 'order.placed_at' },
    ]);
  });

  it('says what the database guarantees: an owner, of the same tenant, for each record that hangs on a contact', async () => {
    for (const collection of recordOf('contact').collections.values()) expect(collection.owned).toBe(true);
    const keys = await crm.query<{ table: string }>(
      `select conrelid::regclass::text as table from pg_constraint
       where contype = 'f' and confrelid in ('crm.contacts'::regclass, 'crm.orders'::regclass)
         and pg_get_constraintdef(oid) like 'FOREIGN KEY (tenant_id, contact_id%' order by 1`,
    );
    expect(keys.map(({ table }) => table)).toEqual(
      ['activities', 'budgets', 'order_lines', 'orders', 'purchase_timelines', 'vehicle_interests'].map(
        (table) => `crm.${table}`,
      ),
    );
  });
});

function recordOf(name: string): RecordType {
  const record = vocabulary.records.get(name);
  if (!record) throw new Error(`There is no record ${name}.`);
  return record;
}

function columnsOf(record: RecordType): Set<string> {
  const columns = new Set(record.key.map(({ column }) => column));
  if (record.tenant) columns.add(record.tenant.column);
  for (const { source } of record.fields.values()) {
    if (source.kind === 'column' || source.kind === 'json') columns.add(source.column);
    if (source.kind === 'point') columns.add(source.latitude).add(source.longitude);
  }
  for (const { on } of record.paths.values()) for (const { from } of on) columns.add(from);
  for (const { steps } of record.collections.values()) {
    for (const { from } of steps[0]?.on ?? []) columns.add(from);
  }
  return columns;
}
