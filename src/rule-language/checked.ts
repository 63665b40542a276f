/**
 * A rule after parsing: names resolved, values typed, disabled nodes gone, negation explicit. Every reader of rules
 * (SQL, words) starts from this tree; it cannot express what the language refuses.
 */

import type { Collection, Field, FieldType, RecordType, ToOne } from './field.js';
import type { MeasureName } from './measures.js';
import type { Match, Unit, Weekday } from './rule.js';

export type Checked = CheckedEveryone | CheckedGroup | Condition | Presence | Membership;

interface Node {
  /** Where it stands in the document, such as `rules[2].where.rules[0]`; the root is the empty text. */
  readonly at: string;
  readonly id?: string;
  readonly label?: string;
}

export interface CheckedEveryone extends Node {
  readonly kind: 'everyone';
}

/** The enabled rules only; never empty. */
export interface CheckedGroup extends Node {
  readonly kind: 'group';
  readonly match: Match;
  readonly rules: readonly Checked[];
}

/** A test of a value. `negated` is the exact complement, true on missing. */
export interface Condition extends Node {
  readonly kind: 'condition';
  readonly negated: boolean;
  readonly operand: Operand;
  readonly test: Test;
}

/** Whether a to-one path leads to a record. */
export interface Presence extends Node {
  readonly kind: 'presence';
  readonly negated: boolean;
  readonly route: Route;
}

export interface Membership extends Node {
  readonly kind: 'membership';
  readonly negated: boolean;
  readonly segment: { readonly id: string; readonly name: string };
  readonly test: MembershipTest;
}

/**
 * The record something is read from: `this` (the one the condition tests), `parent` (the one whose collection this
 * one belongs to, or that the enclosing scope is about) or `subject`; then along to-one paths to `record`.
 */
export interface Route {
  readonly from: 'this' | 'parent' | 'subject';
  readonly path: readonly ToOne[];
  /** The kind of record at the end of the path. */
  readonly record: RecordType;
}

/** What a condition tests, or what it is compared with. */
export type Operand = FieldOperand | DerivedOperand | MeasureOperand;

export interface FieldOperand {
  readonly kind: 'field';
  readonly type: FieldType;
  readonly route: Route;
  /** A stored field or a part of one; metrics and derived fields are operands of their own. */
  readonly field: Field;
}

export interface DerivedOperand {
  readonly kind: 'derived';
  readonly type: FieldType;
  readonly route: Route;
  readonly field: Field;
  readonly inputs: readonly Operand[];
}

export interface MeasureOperand {
  readonly kind: 'measure';
  readonly type: FieldType;
  /** Leads to the record that owns the collection. */
  readonly route: Route;
  readonly collection: Collection;
  /** The kind of record the collection holds. */
  readonly target: RecordType;
  readonly measure: MeasureName;
  /** Read from the collection's record (`this`). */
  readonly of?: Operand;
  /** The time of the collection's records (`this`); present for first, last and average_gap. */
  readonly time?: Operand;
  readonly where?: CheckedGroup;
  readonly satisfying?: CheckedGroup;
  /** The metric that it is the macro expansion of. */
  readonly metric?: Field;
}

/** `YYYY-MM-DD`. */
export type DateLiteral = { readonly kind: 'date'; readonly value: string };
/** ISO 8601 in UTC with microseconds. */
export type InstantLiteral = { readonly kind: 'instant'; readonly value: string };
/** An exact decimal: `-?digits[.digits]`. */
export type NumberLiteral = { readonly kind: 'number'; readonly value: string };
/** NFC. Of a select as well. */
export type TextLiteral = { readonly kind: 'text'; readonly value: string };
export type BooleanLiteral = { readonly kind: 'boolean'; readonly value: boolean };
export type Literal = DateLiteral | InstantLiteral | NumberLiteral | TextLiteral | BooleanLiteral;

/** Another field, metric or measure in the place of a literal. */
export interface Reference {
  readonly kind: 'reference';
  readonly operand: Operand;
  readonly shift?: { readonly sign: 1 | -1; readonly duration: Duration };
  /** An exact decimal. */
  readonly times?: string;
}

export type Scalar = Literal | Reference;

export interface Duration {
  readonly unit: Unit;
  readonly count: number;
}

export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'last_quarter',
  'next_quarter',
  'this_year',
  'last_year',
  'next_year',
] as const;
export type Period = (typeof periods)[number];

/** Tests of a value, one positive operator each, with its typed value. */
export type Test =
  | { readonly operator: 'is_empty' }
  | {
      readonly operator:
        | 'equals'
        | 'greater_than'
        | 'greater_than_or_equal'
        | 'less_than'
        | 'less_than_or_equal'
        | 'on'
        | 'before'
        | 'after'
        | 'on_or_before'
        | 'on_or_after';
      readonly value: Scalar;
    }
  | { readonly operator: 'in_list'; readonly values: readonly (TextLiteral | NumberLiteral)[] }
  | { readonly operator: 'contains' | 'starts_with' | 'ends_with'; readonly text: string }
  | { readonly operator: 'between'; readonly from: Scalar; readonly to: Scalar }
  | { readonly operator: 'has_any' | 'has_all'; readonly tags: readonly string[] }
  | {
      readonly operator: 'within_last' | 'within_next' | 'ago_at_least' | 'ahead_at_least';
      readonly duration: Duration;
    }
  | { readonly operator: 'ago_between'; readonly nearest: Duration; readonly farthest: Duration }
  | { readonly operator: 'in_period'; readonly period: Period }
  | { readonly operator: 'anniversary_within_next' | 'anniversary_within_last'; readonly duration: Duration }
  | { readonly operator: 'anniversary_in_month'; readonly month: number | 'this_month' | 'next_month' }
  | { readonly operator: 'weekday_in'; readonly weekdays: readonly Weekday[] }
  /** Minutes since midnight; `until` is exclusive and may be 1440; wraps when `from` > `until`. */
  | { readonly operator: 'hour_between'; readonly from: number; readonly until: number }
  | {
      readonly operator: 'within_radius';
      readonly latitude: string;
      readonly longitude: string;
      readonly kilometres: string;
    }
  /** A decimal in (0, 100]. */
  | { readonly operator: 'in_top_percent' | 'in_bottom_percent'; readonly percent: string }
  | { readonly operator: 'in_top' | 'in_bottom'; readonly positions: number };

export type MembershipTest =
  | { readonly operator: 'is_member' | 'ever_member' }
  | {
      readonly operator: 'joined_within_last' | 'left_within_last' | 'member_for_at_least';
      readonly duration: Duration;
    };
