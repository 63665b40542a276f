/** How values are grouped, by their type: texts as they compare, dates by month, numbers in steps that people count in. */

import type { Operand } from '../rule-language/checked.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { hasSeveral } from '../rule-language/to-sql/value.js';
import type { Ask } from './evaluation.js';

export interface Group {
  /** The value as text; of a month its `YYYY-MM`; of a range of numbers where it begins, null if it has no end there. */
  readonly value: string | null;
  /** Of a range of numbers: where it ends, itself not in it; null if it has no end there. */
  readonly until?: string | null;
  readonly count: number;
}

export interface Groups {
  readonly total: number;
  readonly groups: readonly Group[];
  readonly other: { readonly values: number; readonly count: number };
  readonly missing: number;
}

/** Groups that are told one by one. */
const most = 50;
/** Up to so many different numbers are groups each. */
const fewNumbers = 12;
/** About so many ranges. */
const ranges = 10;

/** @param values a query with the columns `id`, `value` and `compared` */
export async function groupsOf(operand: Operand, values: Sql, zone: string, ask: Ask): Promise<Groups> {
  if (hasSeveral(operand)) return counted(ask, sql`${values}`, sql`unnest(value)`, sql`unnest(compared)`);
  switch (operand.type) {
    case 'number':
      return numbers(values, ask);
    case 'date':
      return inOrder(await counted(ask, values, month(sql`value`), month(sql`value`)));
    case 'datetime': {
      const local = month(sql`value at time zone ${zone}::text`);
      return inOrder(await counted(ask, values, local, local));
    }
    default:
      return counted(ask, values, sql`value::text`, sql`compared`);
  }
}

const month = (date: Sql): Sql => sql`to_char(${date}, 'YYYY-MM')`;

interface Row {
  readonly value: string | null;
  readonly count: number;
  readonly place: number;
}

/** The members without a value have none of the groups; those with several are in each of theirs. */
async function counted(ask: Ask, values: Sql, shown: Sql, same: Sql): Promise<Groups> {
  const rows = await ask<Row>(sql`
    with members as materialized (${values}),
    expanded as (select ${shown} as value, ${same} as same from members where value is not null),
    grouped as (
      select min(value collate "C") as value, count(*)::float8 as count,
        row_number() over (order by count(*) desc, min(value collate "C"))::integer as place
      from expanded group by same)
    select value, count, place from grouped where place <= ${most}
    union all select count(*)::text, coalesce(sum(count), 0), ${most + 1}::integer from grouped where place > ${most}
    union all select null, count(*), ${most + 2}::integer from members where value is null
    union all select null, count(*), ${most + 3}::integer from members
    order by place`);
  const at = (place: number): Row | undefined => rows.find((row) => row.place === place);
  const other = at(most + 1);
  return {
    total: at(most + 3)?.count ?? 0,
    groups: rows.filter(({ place }) => place <= most).map(({ value, count }) => ({ value, count })),
    other: { values: Number(other?.value ?? 0), count: other?.count ?? 0 },
    missing: at(most + 2)?.count ?? 0,
  };
}

const inOrder = (groups: Groups): Groups => ({
  ...groups,
  groups: [...groups.groups].sort((a, b) => compare(a.value, b.value)),
});

const compare = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

interface Spread {
  readonly different: number;
  /** Most numbers lie between these; the few beyond are in ranges without an end. Null where they are beyond all bounds. */
  readonly low: number | null;
  readonly high: number | null;
}

async function numbers(values: Sql, ask: Ask): Promise<Groups> {
  const [spread] = await ask<Spread>(sql`
    select different, case when abs(low) < 1e300 then low::float8 end as low, case when abs(high) < 1e300 then high::float8 end as high
    from (
      select count(distinct value)::float8 as different,
        percentile_disc(0.02) within group (order by value::numeric) as low,
        percentile_disc(0.98) within group (order by value::numeric) as high
      from (${values}) members) spread`);
  const { different = 0, low, high } = spread ?? {};
  if (low == null || high == null || different <= fewNumbers) {
    const groups = await counted(ask, values, sql`value::text`, sql`trim_scale(value::numeric)`);
    const byNumber = (a: Group, b: Group): number => Number(a.value) - Number(b.value);
    return { ...groups, groups: [...groups.groups].sort(byNumber) };
  }
  return ranged(values, scaleOf(low, high), ask);
}

/** Bounds of ranges, as decimal texts. */
function scaleOf(low: number, high: number): string[] {
  const raw = (high - low) / ranges || Math.abs(low) || 1;
  const exponent = Math.floor(Math.log10(raw));
  const unit = 10 ** exponent;
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((size) => size >= raw * 0.999) ?? 10 * unit;
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_none, index) => ((first + index) * step).toFixed(digits));
}

/** From each bound until before the next, and beyond the last on either side. */
async function ranged(values: Sql, bounds: readonly string[], ask: Ask): Promise<Groups> {
  const rows = await ask<{ range: number | null; count: number }>(sql`
    select width_bucket(value::numeric, ${[...bounds]}::numeric[]) as range, count(*)::float8 as count
    from (${values}) members group by 1 order by 1`);
  const groups = rows.flatMap(({ range, count }) =>
    range === null ? [] : [{ value: bounds[range - 1] ?? null, until: bounds[range] ?? null, count }],
  );
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    groups,
    other: { values: 0, count: 0 },
    missing: rows.find(({ range }) => range === null)?.count ?? 0,
  };
}
