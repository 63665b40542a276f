/** The rule document: what a rule looks like as JSON, in its canonical form. */

import type { MeasureName } from './measures.js';
import type { Operator } from './operators.js';

/** Everything a rule can be, at the root as well as inside a group. */
export type Rule = Group | FieldCondition | RelatedCondition | SegmentCondition | Everyone;

/** What any node may carry beside its meaning. A disabled node is kept as written and never looked up. */
export interface Marks {
  /** Unique within the rule, kept as given. */
  readonly id?: string;
  readonly label?: string;
  readonly disabled?: true;
}

/** How many of a group's enabled rules must hold. `none` is not any; `not_all` is not all. */
export type Match = 'all' | 'any' | 'none' | 'not_all' | { readonly at_least: number };

export interface Group extends Marks {
  readonly match: Match;
  readonly rules: readonly Rule[];
}

/** A condition on a field, or (with `is_empty`/`is_not_empty`) on the presence of a to-one record. */
export interface FieldCondition extends Marks {
  readonly field: string;
  readonly operator: Operator;
  readonly value?: Value;
}

/** A number, date or value computed over the records of a collection. */
export interface Measure {
  /** A collection of the record at hand, `subject.<collection>`, or a to-one path ending in a collection. */
  readonly related: string;
  readonly measure: MeasureName;
  readonly of?: string;
  readonly where?: Group;
  /** With `share` only: the part of the records that also match this. */
  readonly satisfying?: Group;
}

export interface RelatedCondition extends Measure, Marks {
  readonly operator: Operator;
  readonly value?: Value;
}

export interface SegmentCondition extends Marks {
  readonly segment: SegmentReference;
  readonly operator: Operator;
  readonly value?: Value;
}
export type SegmentReference = string | { readonly template: string };

export interface Everyone extends Marks {
  readonly everyone: true;
}

export const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years'] as const;
export type Unit = (typeof units)[number];

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** One unit and a whole number, such as `{ days: 30 }`. */
export type DurationDocument = { readonly [U in Unit]?: number };

/** Another field in the place of a literal; by default of the record that the condition tests. */
export interface ReferenceDocument {
  readonly field: string;
  readonly from?: 'subject' | 'parent';
  readonly plus?: DurationDocument;
  readonly minus?: DurationDocument;
  readonly times?: string;
}

/** A measure in the place of a number. */
export interface MeasureReferenceDocument extends Measure {
  readonly times?: string;
}

export interface RadiusDocument {
  readonly latitude: number | string;
  readonly longitude: number | string;
  readonly kilometres: number | string;
}

/** What may stand under `value`; the operator and the type decide which of these it must be. */
export type Value =
  | string
  | number
  | boolean
  | DurationDocument
  | ReferenceDocument
  | MeasureReferenceDocument
  | RadiusDocument
  | readonly Value[];
