/** Where a condition stands: the record it tests, and the records around it. Places hold types, scopes hold rows. */

import type { FieldType, RecordType, Step } from '../../../src/rule-language/field.js';
import type { Measure, Rule } from '../../../src/rule-language/rule.js';
import type { Universe } from './universe.js';
import type { Answer } from './values.js';
import type { Row } from './world.js';

export interface Place {
  readonly record: RecordType;
  /** The record of the directly enclosing scope. */
  readonly parent?: Place;
  /** The rule's subject, unless this is it. */
  readonly subject?: Place;
}

export interface Scope {
  readonly row: Row;
  readonly parent?: Scope;
  readonly subject?: Scope;
}

export function subjectOf<T extends { readonly subject?: T }>(at: T): T {
  return at.subject ?? at;
}

export function parentOf<T extends { readonly parent?: T }>(at: T): T {
  if (at.parent === undefined) throw new Error('Nothing encloses this place');
  return at.parent;
}

/** Anything an operator can be applied to. */
export interface Operand {
  readonly type: FieldType | 'segment';
  /** Whether its texts compare folded. */
  readonly folds: boolean;
  /** Whether it may answer several values, as `most_frequent` does. */
  readonly several?: boolean;
  /** Whether its numbers are quotients, which ranks cut. */
  readonly quotient?: boolean;
  read(scope: Scope): Answer;
  /** Whether the subject counts in a rank's N, if being present is not enough. */
  contributes?(scope: Scope): boolean;
}

export type Test = (scope: Scope) => boolean;

/** The records of a collection, seen from a place. */
export interface Records {
  readonly record: RecordType;
  readonly last: Step;
  of(scope: Scope): readonly Row[];
}

/** What the parts of the oracle ask of each other: rules hold measures, and measures hold rules. */
export interface Oracle {
  readonly universe: Universe;
  test(place: Place, rule: Rule): Test;
  field(place: Place, name: string): Operand;
  measure(place: Place, measure: Measure): Operand;
  records(place: Place, related: string): Records;
}
