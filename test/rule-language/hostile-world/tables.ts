/** The tables of the hostile world: each column with its SQL type, and how one of its values is drawn. */

import type { Row, Stored } from '../oracle/matching.js';
import { schema } from './declaring.js';
import type { Draw } from './draw.js';
import * as pools from './pools.js';

/** What the rows of other tables lend to a row: the keys it may join by. */
export interface Keys {
  readonly tenant: string;
  readonly contacts: readonly string[];
  readonly companies: readonly string[];
  readonly orders: readonly string[];
  readonly lines: readonly (readonly [order: string, position: string])[];
  readonly products: readonly string[];
  readonly guests: readonly string[];
}

export interface TablePlan {
  readonly name: string;
  /** In SQL, as written after the name. */
  readonly columns: Readonly<Record<string, string>>;
  readonly constraints: readonly string[];
  /** Everything but the key, which is given. */
  draw(draw: Draw, keys: Keys): Row;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const qualified = (table: string): string => `${quoted(schema)}.${quoted(table)}`;

export function createTable({ name, columns, constraints }: TablePlan): string {
  const parts = [
    ...Object.entries(columns).map(([column, type]) => `${quoted(column)} ${type}`),
    ...constraints,
  ];
  return `create table ${qualified(name)} (\n  ${parts.join(',\n  ')}\n)`;
}

const tenantColumn = { tenant_id: 'integer not null' };
const coordinateColumns = (name: string, type: string) => ({
  [`${name}_latitude`]: type,
  [`${name}_longitude`]: type,
});

function coordinates(
  name: string,
  draw: Draw,
  store: (degrees: number) => Stored = (degrees) => degrees,
): Row {
  const [latitude, longitude] = draw.coordinates();
  return {
    [`${name}_latitude`]: latitude === null ? null : store(latitude),
    [`${name}_longitude`]: longitude === null ? null : store(longitude),
  };
}

/** A key of another row; now and then none, or one that no row has. */
const reference = <T extends string>(draw: Draw, keys: readonly T[], dangling: T, nulls = 10): T | null =>
  draw.maybe(nulls, () => (draw.random.chance(0.04) ? dangling : draw.random.pick(keys)));

const nowhere = '00000000-0000-4000-a000-000000000000';
export const danglingId = '987654321';

const customKeys = (draw: Draw) => ({
  rating: pools.json.number,
  nickname: pools.json.text,
  vip: pools.json.boolean,
  dietary: pools.json.tags,
  renewal: draw.random.chance(0.5) ? [draw.date()] : pools.json.date,
  seen: draw.random.chance(0.5) ? [draw.instant()] : pools.json.datetime,
  plan: pools.json.plan,
  address: [{ 'floor no': draw.random.pick(pools.json.number) }, {}, ['floor no'], 'floor no', null],
  'it\'s "odd" \\ {a,b}.c': pools.shortTexts,
});

const contact: TablePlan = {
  name: 'contact',
  columns: {
    ...tenantColumn,
    ...{ id: 'bigint not null', company_id: 'uuid', referrer_id: 'bigint', external_id: 'uuid' },
    ...{ name: 'text', city: 'varchar(2000)', email: 'text', code: 'text', tier: 'text', channel: 'text' },
    ...{ credit_limit: 'numeric', balance: 'numeric', visits: 'integer', points: 'bigint' },
    ...{ score: 'double precision', ratio: 'real', vip: 'boolean', Group: 'text', labels: 'text[]' },
    ...{ birthday: 'date', reviewed_on: 'date', created_at: 'timestamptz', last_login: 'timestamp' },
    ...coordinateColumns('home', 'double precision'),
    ...coordinateColumns('office', 'numeric'),
    custom: 'jsonb',
  },
  constraints: ['primary key (tenant_id, id)'],
  draw: (draw, keys) => ({
    company_id: reference(draw, keys.companies, nowhere, 25),
    referrer_id: reference(draw, keys.contacts, danglingId, 40),
    external_id: draw.maybe(15, () => draw.random.pick([nowhere, draw.uuid()])),
    name: draw.from(pools.texts),
    city: draw.from(draw.random.chance(0.5) ? pools.shortTexts : pools.texts),
    email: draw.from(pools.emails),
    code: draw.from(pools.codes),
    tier: draw.option(pools.options.tier),
    channel: draw.option(pools.options.channel),
    credit_limit: draw.random.chance(0.5) ? draw.amount() : draw.from(pools.decimals),
    balance: draw.amount(),
    visits: draw.from(pools.integers),
    points: draw.from(pools.bigIntegers),
    score: draw.from(pools.doubles),
    ratio: draw.real(),
    vip: draw.from([true, false]),
    Group: draw.from(pools.shortTexts),
    labels: draw.tags(),
    birthday: draw.birthday(),
    reviewed_on: draw.date(),
    created_at: draw.instant(),
    last_login: draw.wallTime(),
    ...coordinates('home', draw),
    ...coordinates('office', draw, String),
    custom: draw.maybe(5, () => draw.document(customKeys(draw))),
  }),
};

const company: TablePlan = {
  name: 'company',
  columns: {
    ...tenantColumn,
    ...{ id: 'uuid not null', parent_id: 'uuid', name: 'text', industry: 'text', employees: 'integer' },
    ...{ revenue: 'numeric', founded: 'date', labels: 'text[]', joined_at: 'timestamp' },
    ...coordinateColumns('seat', 'double precision'),
  },
  constraints: ['primary key (tenant_id, id)'],
  draw: (draw, keys) => ({
    parent_id: reference(draw, keys.companies, nowhere, 40),
    name: draw.from(pools.texts),
    industry: draw.option(pools.options.industry),
    employees: draw.from(pools.integers),
    revenue: draw.amount(),
    founded: draw.birthday(),
    labels: draw.tags(),
    joined_at: draw.wallTime(),
    ...coordinates('seat', draw),
  }),
};

const opportunity: TablePlan = {
  name: 'opportunity',
  columns: {
    ...tenantColumn,
    ...{ id: 'integer not null', company_id: 'uuid', amount: 'numeric', stage: 'text' },
    ...{ opened_on: 'date', chance: 'double precision' },
  },
  constraints: ['primary key (tenant_id, id)'],
  draw: (draw, keys) => ({
    company_id: reference(draw, keys.companies, nowhere),
    amount: draw.amount(),
    stage: draw.option(['new', 'won', 'lost', 'Won']),
    opened_on: draw.date(),
    chance: draw.from(pools.doubles),
  }),
};

const product: TablePlan = {
  name: 'product',
  columns: {
    ...{ code: 'text primary key', name: 'text', category: 'text', price: 'numeric' },
    ...{ rating: 'double precision', launched: 'date' },
  },
  constraints: [],
  draw: (draw) => ({
    name: draw.from(pools.shortTexts),
    category: draw.option(pools.options.category),
    price: draw.amount(),
    rating: draw.from(pools.doubles),
    launched: draw.date(),
  }),
};

const guest: TablePlan = {
  name: 'guest',
  columns: {
    ...tenantColumn,
    ...{ code: 'text not null', contact_id: 'bigint', host_code: 'text', name: 'text', nights: 'smallint' },
    ...{ arrived: 'date', checked_in: 'timestamptz', labels: 'text[]' },
  },
  constraints: ['primary key (tenant_id, code)'],
  draw: (draw, keys) => ({
    contact_id: reference(draw, keys.contacts, danglingId, 25),
    host_code: reference(draw, keys.guests, 'nobody', 30),
    name: draw.from(pools.texts),
    nights: draw.from(['0', '1', '2', '3', '7', '14', '32767']),
    arrived: draw.date(),
    checked_in: draw.instant(),
    labels: draw.tags(),
  }),
};

export const people: readonly TablePlan[] = [contact, company, opportunity, product, guest];
export { coordinateColumns, coordinates, reference, tenantColumn };
