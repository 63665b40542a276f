/** A model as SQL: how similar everyone is to the members, in one statement over all of them. */

import type { Ask } from '../../audience/evaluation.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { observations } from '../../rule-language/to-sql/observations.js';
import { join, raw, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Trait } from '../traits/traits.js';
import type { NumberFeature } from './features.js';
import type { Model, Weighed } from './model.js';

/** How many people are that similar: from `similarity` until before the next step. */
export interface Step {
  readonly similarity: number;
  readonly members: number;
  readonly others: number;
}

export interface Scored {
  /** Only those that have anybody, the most similar first. */
  readonly steps: readonly Step[];
  /** Ids of the most similar who are no members, of as many as were asked for. */
  readonly similar: readonly string[];
}

/** Who of those that are no members is wanted. */
export interface Wanted {
  readonly atLeast: number;
  readonly limit: number;
}

/** From 0 to 1 in so many steps. */
export const steps = 100;

/** @param groups two queries with the one column `id`; who is excluded is nobody's look-alike, and not counted */
export async function scored(
  ask: Ask,
  target: Target,
  { traits, model }: { readonly traits: readonly Trait[]; readonly model: Model },
  { members, excluded }: { readonly members: Sql; readonly excluded: Sql },
  wanted: Wanted,
): Promise<Scored> {
  const rows = await ask<{ step: number | null; members: number; others: number; id: string | null }>(sql`
    with scored as materialized (
      select p.id, p.similarity, m.id is not null as is_member
      from (${similarities(target, traits, model)}) p left join (${members}) m on m.id = p.id
      where not exists (select from (${excluded}) x where x.id = p.id)),
    alike as (
      select id from scored where not is_member and similarity >= ${wanted.atLeast}::float8
      order by similarity desc, id limit ${wanted.limit})
    select least(floor(similarity * ${steps}), ${steps - 1})::integer as step,
      count(*) filter (where is_member)::float8 as members, count(*) filter (where not is_member)::float8 as others,
      null as id
    from scored group by 1
    union all select null, 0, 0, id::text from alike
    order by step desc nulls last`);
  return {
    steps: rows.flatMap(({ step, members, others }) =>
      step === null ? [] : [{ similarity: step / steps, members, others }],
    ),
    similar: rows.flatMap(({ id }) => id ?? []),
  };
}

/** Of everyone: columns `id` and `similarity`, 0 to 1. Only what the model weighs is read. */
export function similarities(target: Target, traits: readonly Trait[], { intercept, weighed }: Model): Sql {
  const used = [...new Set(weighed.map(({ feature }) => feature.trait))];
  const operands = used.flatMap((trait) => traits[trait]?.operand ?? []);
  const terms = used.map((trait, column) =>
    termOf(
      raw(`o.o${column}`),
      traits[trait]?.observed === 'texts',
      weighed.filter(({ feature }) => feature.trait === trait),
    ),
  );
  const sum = join([double(intercept), ...terms], ' + ');
  // As far out as that, the exponential is no number any more, and the similarity 0 or 1.
  return sql`select o.id, 1 / (1 + exp(-least(greatest(${sum}, -500), 500))) as similarity
    from (${observations(target, operands)}) o`;
}

const double = (value: number): Sql => sql`${value}::float8`;

/** What a trait adds: where it is missing the weight of that; else of a number its own, of texts those of each of them. */
function termOf(column: Sql, several: boolean, weighed: readonly Weighed[]): Sql {
  let missing = double(0);
  const values: Sql[] = [];
  const added: Sql[] = [];
  for (const { feature, weight } of weighed) {
    const times = double(weight);
    if (feature.kind === 'missing') missing = times;
    else if (feature.kind === 'number') added.push(sql`${times} * ${standardised(column, feature)}`);
    else if (several)
      added.push(sql`case when ${column} @> array[${feature.value}::text] then ${times} else 0 end`);
    else values.push(sql`when ${feature.value}::text then ${times}`);
  }
  if (values.length > 0) added.push(sql`case ${column} ${join(values, ' ')} else 0 end`);
  const known = added.length > 0 ? join(added, ' + ') : double(0);
  return sql`case when ${column} is null then ${missing} else ${known} end`;
}

/** Within bounds first, so that no number is too large to be reckoned with. */
const standardised = (column: Sql, { low, high, mean, deviation }: NumberFeature): Sql =>
  sql`(least(greatest(${column}, ${double(low)}), ${double(high)}) - ${double(mean)}) / ${double(deviation)}`;
