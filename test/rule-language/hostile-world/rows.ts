/** The rows of the hostile world, the same for the same seed: one tenant's, and another's in ambush. */

import type { Row, World } from '../oracle/matching.js';
import type { Random } from '../random.js';
import { randomFrom } from '../random.js';
import { otherTenant, tenant } from './clocks.js';
import { schema } from './declaring.js';
import { Draw } from './draw.js';
import { events } from './event-tables.js';
import { segments, staysOf } from './ledger.js';
import * as pools from './pools.js';
import type { Keys, TablePlan } from './tables.js';
import { people } from './tables.js';
import { valuesBeside } from './value-rows.js';

/** How large a world is; the trap is smaller. */
export interface Size {
  readonly contacts: number;
}
const usual: Size = { contacts: 560 };

/** Beyond what a double can tell apart, below zero, and in an order that is not that of their texts. */
const strangeIds = ['9007199254740993', '9007199254740992', '-1', '0'];

/** Keys are shared between the tenants on purpose: whoever forgets the tenant joins the wrong rows. */
function keysOf(random: Random, { contacts }: Size): Omit<Keys, 'tenant'> {
  const draw = new Draw(random);
  const count = (share: number, make: (index: number) => string): string[] =>
    Array.from({ length: Math.ceil(contacts * share) }, (_, index) => make(index));
  const orders = count(4, (index) => String(index + 1));
  return {
    contacts: [...strangeIds, ...count(1, (index) => String(index + 1))],
    companies: count(0.1, () => draw.uuid()),
    orders,
    lines: orders.flatMap((order) =>
      Array.from({ length: random.integer(0, 4) }, (_, position) => [order, String(position + 1)] as const),
    ),
    products: [...pools.codes.filter((code) => code !== ' '), ...count(0.04, (index) => `P${index}`)],
    guests: [
      'A',
      'a',
      'ä',
      'a\u0308',
      "o'x",
      '%',
      ' lead',
      '🙂',
      'ﬁ',
      '𐐀',
      ...count(0.06, (index) => `G${index}`),
    ],
  };
}

type Key = Readonly<Record<string, string>>;

/** The keys of a table's rows. Some are of one tenant only, most of both. */
function keysFor(table: string, keys: Keys, draw: Draw): Key[] {
  const numbered = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
  const makers: Readonly<Record<string, () => Key[]>> = {
    contact: () => keys.contacts.map((id) => ({ id })),
    company: () => keys.companies.map((id) => ({ id })),
    order: () => keys.orders.map((id) => ({ id })),
    line: () => keys.lines.map(([order, position]) => ({ order_id: order, position })),
    product: () => keys.products.map((code) => ({ code })),
    guest: () => keys.guests.map((code) => ({ code })),
    opportunity: () => numbered(keys.companies.length * 4),
    review: () => numbered(keys.contacts.length),
    activity: () => Array.from({ length: keys.contacts.length * 4 }, () => ({ id: draw.uuid() })),
    booking: () => Array.from({ length: keys.contacts.length }, (_, index) => ({ code: `B${index * 7}` })),
  };
  const make = makers[table];
  if (make === undefined) throw new Error(`No keys for ${table}`);
  return make();
}

function rowsOf(plan: TablePlan, keys: Keys, draw: Draw): Row[] {
  const owner = 'tenant_id' in plan.columns ? { tenant_id: keys.tenant } : {};
  return keysFor(plan.name, keys, draw).map((key) => ({ ...owner, ...key, ...plan.draw(draw, keys) }));
}

/** A world of its own for every seed. Tables without a tenant are filled once. */
export function hostileWorld(seed = 1, size: Size = usual): World {
  const random = randomFrom(seed, 0);
  const draw = new Draw(random);
  const shared = keysOf(random, size);
  const ours = { ...shared, tenant };
  const theirs = { ...shared, tenant: otherTenant, orders: shared.orders.filter(() => random.chance(0.4)) };
  const tables = new Map<string, Row[]>();
  for (const plan of [...people, ...events]) {
    const rows = rowsOf(plan, ours, draw);
    if ('tenant_id' in plan.columns) rows.push(...rowsOf(plan, theirs, draw));
    tables.set(`${schema}.${plan.name}`, rows);
  }
  const ledger = (members: readonly string[]) =>
    [tenant, otherTenant].flatMap((owner) => members.flatMap((member) => staysOf(draw, owner, member)));
  tables.set(`${schema}.contact_stay`, ledger(shared.contacts));
  tables.set(`${schema}.guest_stay`, ledger(shared.guests));
  const beside = new Draw(randomFrom(seed, 1));
  for (const { name } of people) {
    const rows = tables.get(`${schema}.${name}`) ?? [];
    tables.set(
      `${schema}.${name}`,
      rows.map((row) => ({ ...row, ...valuesBeside(name, beside) })),
    );
  }
  const [first = '', second = ''] = segments;
  return {
    tables,
    templates: new Map([
      ['at_risk', first],
      ['loyal', second],
    ]),
  };
}
