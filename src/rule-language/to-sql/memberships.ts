/** Membership of segments in SQL: the stays of the ledger, as they were at `as_of`. */

import type { Duration, Membership, MembershipTest } from '../checked.js';
import { keyOf } from '../field.js';
import { type Span, spanOf } from '../time.js';
import { inSpan } from './dates.js';
import { tidyExpression } from './expression.js';
import { type Compilation, type Frame } from './frame.js';
import { type Predicate, total } from './parts.js';
import { and, column, instant, raw, type Sql, sql, tableName, text } from './sql.js';

type TimedTest = Extract<MembershipTest, { readonly duration: Duration }>;
type TestInSql<Taken> = (test: Taken, stays: Stays) => Sql;
type Tests = Record<TimedTest['operator'], TestInSql<TimedTest>> &
  Record<Exclude<MembershipTest, TimedTest>['operator'], TestInSql<unknown>>;

/** The subject's stays in the segment, up to `as_of`. */
interface Stays {
  readonly compilation: Compilation;
  /** Some stay meets the conditions, given its alias. */
  some(conditions: (alias: string) => readonly Sql[]): Sql;
}

export function membership(node: Membership, frame: Frame): Predicate {
  const apply = tests[node.test.operator] as TestInSql<MembershipTest>;
  return total(apply(node.test, staysOf(node.segment.id, frame)));
}

function staysOf(segment: string, frame: Frame): Stays {
  const { compilation } = frame;
  const { subject, clock, tenant } = compilation;
  const key = frame.own().column(keyOf(subject).column);
  return {
    compilation,
    some: (conditions) => {
      const alias = compilation.alias('s');
      const own = [
        sql`${column(alias, 'subject_id')} = ${key}`,
        sql`${column(alias, 'tenant_id')} = ${text(tenant)}`,
        sql`${column(alias, 'segment_id')} = ${segment}::uuid`,
        sql`${column(alias, 'entered_at')} <= ${instant(clock.asOf)}`,
      ];
      return sql`exists (select from ${tableName(subject.ledger)} ${raw(alias)} where ${and([...own, ...conditions(alias)])})`;
    },
  };
}

/** The stay has not ended at `as_of`. */
const lasting = (alias: string, { clock }: Compilation): Sql =>
  sql`(${column(alias, 'left_at')} is null or ${column(alias, 'left_at')} > ${instant(clock.asOf)})`;

const inside = (alias: string, name: string, span: Span, compilation: Compilation): Sql =>
  inSpan(tidyExpression('datetime', column(alias, name)), span, compilation).sql;

const current = ({ some, compilation }: Stays, more: (alias: string) => readonly Sql[]): Sql =>
  some((alias) => [lasting(alias, compilation), ...more(alias)]);

const tests: Tests = {
  is_member: (_, stays) => current(stays, () => []),
  ever_member: (_, stays) => stays.some(() => []),
  joined_within_last: ({ duration }, stays) => {
    const { compilation } = stays;
    const span = spanOf({ operator: 'within_last', duration }, compilation.clock);
    return current(stays, (alias) => [
      sql`${column(alias, 'cause')} in ('matched', 'pinned')`,
      inside(alias, 'entered_at', span, compilation),
    ]);
  },
  member_for_at_least: ({ duration }, stays) => {
    const { compilation } = stays;
    const span = spanOf({ operator: 'ago_at_least', duration }, compilation.clock);
    return current(stays, (alias) => [inside(alias, 'entered_at', span, compilation)]);
  },
  left_within_last: ({ duration }, stays) => {
    const { compilation } = stays;
    const { clock } = compilation;
    const span = spanOf({ operator: 'within_last', duration }, clock);
    const left = stays.some((alias) => [
      sql`${column(alias, 'left_at')} <= ${instant(clock.asOf)}`,
      inside(alias, 'left_at', span, compilation),
    ]);
    return sql`(not ${current(stays, () => [])} and ${left})`;
  },
};
