/** From a checked rule to SQL: who matches (set), which of some ids match (probe), and each node's verdict. */

import type { Checked } from '../checked.js';
import { single } from './expression.js';
import { raw, type Sql, sql } from './sql.js';
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

/** Everyone, whatever they match: one column `id`. */
export function everyone(target: Target): Sql {
  const statement = new Statement('set', target);
  return statement.select(statement.root(), []);
}
