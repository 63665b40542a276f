/**
 * How the table is written. A scene is a few guests whose names say what they are, and rows: a rule, whom it matches
 * (by hand, from the contract) and how it reads. Whoever is not named must match its complement.
 */

import type { Operator } from '../../../src/rule-language/operators.js';
import type { Group, Match, Measure, Rule, Value } from '../../../src/rule-language/rule.js';
import type { Clock, Row as Columns, Json } from '../oracle/matching.js';

export interface Row {
  readonly rule: Rule;
  readonly matching: Matching;
  /** What stands between “Guests” and the full stop. */
  readonly words: string;
}
type Matching = readonly string[] | { readonly allBut: readonly string[] };
export const allBut = (...names: string[]): Matching => ({ allBut: names });
export const everybody = allBut();
export const nobody: Matching = [];

/** A guest’s columns, and the records that belong to them. */
export interface Guest extends Columns {
  readonly orders?: readonly Columns[];
  readonly activities?: readonly Columns[];
  readonly stops?: readonly Columns[];
  readonly bookings?: readonly Columns[];
  readonly stays?: readonly Columns[];
  /** Rows of the table of values beside records, as they are; what is said as a column gets its row by itself. */
  readonly values?: readonly Columns[];
}

export interface Scene {
  readonly title: string;
  readonly clock: Clock;
  readonly guests: Readonly<Record<string, Guest>>;
  readonly companies: Readonly<Record<string, Columns>>;
  readonly rows: readonly Row[];
}

export interface Setting extends Partial<Clock> {
  readonly companies?: Scene['companies'];
}

/** A Wednesday, at noon in Berlin. */
const usual = {
  asOf: '2024-06-12T10:00:00.000000Z',
  zone: 'Europe/Berlin',
  weekStart: 'monday',
  leapDay: 'february_28',
} as const;
export const berlin = ' – time zone Europe/Berlin';

export function scene(
  title: string,
  guests: Scene['guests'],
  rows: readonly Row[],
  setting: Setting = {},
): Scene {
  const { companies = {}, ...clock } = setting;
  return { title, clock: { ...usual, tenant: title, ...clock }, guests, companies, rows };
}

/** Guests who differ in one column: its values by their names. */
export const guestsBy = (column: string, values: Readonly<Record<string, Json>>): Scene['guests'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [column]: value }]));

export const row = (rule: Rule, matching: Matching, words: string): Row => ({ rule, matching, words });

/** `is('city', 'equals', 'Berlin')` */
export const is = (field: string, operator: Operator, value?: Value): Rule =>
  value === undefined ? { field, operator } : { field, operator, value };

/** Rows about one field: `city('equals', 'Berlin', ['Anna'], 'whose city is “Berlin”')`. */
export const asking =
  (field: string) =>
  (operator: Operator, value: Value | undefined, matching: Matching, words: string): Row =>
    row(is(field, operator, value), matching, words);

type MeasureOf = Omit<Measure, 'related' | 'measure'>;
export const measure = (name: Measure['measure'], related: string, more: MeasureOf = {}): Measure => ({
  related,
  measure: name,
  ...more,
});
/** `measured(measure('count', 'orders'), 'equals', 0)` */
export const measured = (of: Measure, operator: Operator, value?: Value): Rule =>
  value === undefined ? { ...of, operator } : { ...of, operator, value };

/** Rows about one measure. */
export const asked =
  (of: Measure) =>
  (operator: Operator, value: Value | undefined, matching: Matching, words: string): Row =>
    row(measured(of, operator, value), matching, words);

export const group = (match: Match, ...rules: Rule[]): Group => ({ match, rules });
export const all = (...rules: Rule[]): Group => group('all', ...rules);
export const any = (...rules: Rule[]): Group => group('any', ...rules);
export const none = (...rules: Rule[]): Group => group('none', ...rules);
