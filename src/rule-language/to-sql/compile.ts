/** From a checked rule to SQL: who matches (set), which of some ids match (probe), and each node's verdict. */

import type { Checked } from '../checked.js';
import { single } from './expression.js';
import { empty, join, raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';
import { inText } from './value.js';

export type { Target } from './statement.js';

/** The keys of everyone the rule matches: one column `id`. */
export function audience(rule: Checked, target: Target): Sql {
  const statement = new Statement('set', target);
  return statement.complete(statement.audience(rule));
}

/** Those of `ids` that the rule matches: one column `id`. */
export function probe(rule: Checked, target: Target, ids: readonly string[]): Sql {
  const statement = new Statement('probe', target);
  return statement.complete(statement.probe(rule, ids));
}

/**
 * For each of `ids`: columns `id`; `n0`, `n1` … with the verdict of each rule; and for conditions `v0`, `v1` … with the
 * value tested, as people read it, null when missing.
 */
export function verdicts(rules: readonly Checked[], target: Target, ids: readonly string[]): Sql {
  const statement = new Statement('probe', target);
  const frame = statement.root();
  const columns = rules.flatMap((rule, index) => [
    sql`(${statement.predicate(rule, frame).sql}) is true as ${raw(`n${index}`)}`,
    ...(rule.kind === 'condition' && rule.operand.type !== 'point'
      ? [
          sql`${inText(rule.operand, single(statement.expression(rule.operand, frame)))} as ${raw(`v${index}`)}`,
        ]
      : []),
  ]);
  return statement.complete(statement.select(frame, [statement.among(frame, ids)], columns));
}

/**
 * For each of `ids`: columns `id`, and `places`, which of the rules match, by their places among them. What several rules
 * measure of somebody is reckoned once. A rule with a rank would rank everyone anew.
 */
export function matches(rules: readonly Checked[], target: Target, ids: readonly string[]): Sql {
  const statement = new Statement('probe', target);
  const frame = statement.root();
  const places = rules.map((rule, place) => {
    const { sql: holds } = statement.predicate(rule, frame);
    return sql`case when ${holds} then ${raw(String(place))} end`;
  });
  const matching = places.length > 0 ? join(places, ', ') : empty;
  const column = sql`array_remove(array[${matching}]::integer[], null) as places`;
  return statement.complete(statement.select(frame, [statement.among(frame, ids)], [column]));
}

/** Everyone, whatever they match: one column `id`. */
export function everyone(target: Target): Sql {
  const statement = new Statement('set', target);
  return statement.select(statement.root(), []);
}
