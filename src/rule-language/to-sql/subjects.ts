/** What is read of subjects beside a rule's answer: how they are known, where they are reached, values that are tested. */

import type { Operand } from '../checked.js';
import { keyOf } from '../field.js';
import { parseFilter } from '../parse.js';
import { single } from './expression.js';
import { keys, raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';
import { comparable } from './texts.js';
import { hasSeveral, valuesOf } from './value.js';

/** Of the subjects whose ids a query gives: columns `id`, `external_id` and `display`, as texts. */
export function described(target: Target, ids: Sql): Sql {
  const statement = new Statement('probe', target);
  const frame = statement.root();
  const { externalId, display } = target.subject;
  const key = statement.key(frame);
  const shown = (name: string | undefined): Sql => {
    if (name === undefined) return sql`${key}::text`;
    return sql`${single(statement.expression(fieldNamed(name, target), frame))}::text`;
  };
  const columns = [sql`${shown(externalId)} as external_id`, sql`${shown(display)} as display`];
  const among = sql`exists (select from (${ids}) among where among.id = ${key})`;
  return statement.complete(statement.select(frame, [among], columns));
}

/** Of the subjects whose ids a query gives: columns `id`, and `address`, a field of theirs as text. */
export function addressed(target: Target, ids: Sql, field: string): Sql {
  const statement = new Statement('probe', target);
  const frame = statement.root();
  const address = sql`${single(statement.expression(fieldNamed(field, target), frame))}::text as address`;
  const among = sql`exists (select from (${ids}) among where among.id = ${statement.key(frame)})`;
  return statement.complete(statement.select(frame, [among], [address]));
}

/**
 * Everyone, by what the world outside knows them by: columns `id`; `external_id`, as text; and `email` as texts compare,
 * null where the subject has none.
 */
export function known(target: Target): Sql {
  const statement = new Statement('set', target);
  const frame = statement.root();
  const { externalId, roles: { email } = {} } = target.subject;
  // As stored, so that an index on it can answer.
  const stored = (name: string): Sql => statement.expression(fieldNamed(name, target), frame).raw;
  const columns = [
    sql`${externalId === undefined ? statement.key(frame) : stored(externalId)}::text as external_id`,
    sql`${email === undefined ? raw('null::text') : comparable(stored(email), true)} as email`,
  ];
  return statement.complete(statement.select(frame, [], columns));
}

/**
 * Of the subjects whose ids a query gives: columns `id`; `value`, null when missing, an array of texts where there may be
 * several; and for folded texts `compared`, by which two are the same.
 */
export function tested(target: Target, ids: Sql, operand: Operand): Sql {
  const statement = new Statement('set', target);
  const frame = statement.root();
  const expression = statement.expression(operand, frame);
  const value = hasSeveral(operand) ? valuesOf(single(expression)) : single(expression);
  const compared = hasSeveral(operand) ? value : comparable(value, expression.folds);
  const among = sql`exists (select from (${ids}) among where among.id = ${statement.key(frame)})`;
  return statement.complete(
    statement.select(frame, [among], [sql`${value} as value`, sql`${compared} as compared`]),
  );
}

/** A field of the subject's, by a name that the catalogue promised. */
export function fieldNamed(name: string, { subject, vocabulary }: Target): Operand {
  const asked = { match: 'all', rules: [{ field: name, operator: 'is_not_empty' }] } as const;
  const [condition] = parseFilter(asked, subject.record, vocabulary).rules;
  if (condition?.kind !== 'condition') throw new Error(`“${name}” is no field of ${subject.name}.`);
  return condition.operand;
}

/** Ids that are given. */
export const given = (target: Target, ids: readonly string[]): Sql =>
  sql`select unnest(${keys(ids, keyOf(target.subject).type)}) as id`;
