/** Predicates put together: all, some, at least so many of them. */

import { type Predicate, partial, total } from './parts.js';
import { and, join, or, sql } from './sql.js';

export function every(parts: readonly Predicate[]): Predicate {
  const needs = new Set(parts.flatMap((part) => [...part.needs]));
  const all = and(parts.map((part) => sql`(${part.sql})`));
  const whole = parts.every((part) => part.total) ? total(all) : partial(all, needs);
  return { ...whole, ofSubjects: parts.some((part) => part.ofSubjects) };
}

export function some(parts: readonly Predicate[]): Predicate {
  const any = or(parts.map((part) => sql`(${part.sql})`));
  const whole = parts.every((part) => part.total) ? total(any) : partial(any);
  return { ...whole, ofSubjects: parts.every((part) => part.ofSubjects) };
}

export function atLeast(count: number, parts: readonly Predicate[]): Predicate {
  const ones = parts.map((part) => sql`case when ${part.sql} then 1 else 0 end`);
  return total(sql`(${join(ones, ' + ')}) >= ${count}::integer`);
}
