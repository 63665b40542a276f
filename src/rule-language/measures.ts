/** The measures: what each is read `of`, what else it needs, and which type it has. */

import type { FieldType } from './field-type.js';

interface Definition {
  /** Whether `of` names a field of the records. */
  readonly of: 'never' | 'optional' | 'required';
  /** The types that `of` may have. */
  readonly takes: readonly FieldType[];
  /** Its own type; `of` is the one of the field. */
  readonly gives: FieldType | 'of';
  /** Needs a collection whose records have a time. */
  readonly timed: boolean;
  /** Has, and needs, `satisfying`. */
  readonly satisfying: boolean;
}

const numbers = ['number'] as const;
const ordered = ['number', 'date', 'datetime'] as const;
const scalars = ['text', 'number', 'boolean', 'select', 'date', 'datetime'] as const;
const plain = { timed: false, satisfying: false } as const;

const definitions = {
  count: { of: 'never', takes: [], gives: 'number', ...plain },
  sum: { of: 'required', takes: numbers, gives: 'number', ...plain },
  average: { of: 'required', takes: numbers, gives: 'number', ...plain },
  minimum: { of: 'required', takes: ordered, gives: 'of', ...plain },
  maximum: { of: 'required', takes: ordered, gives: 'of', ...plain },
  distinct: { of: 'required', takes: scalars, gives: 'number', ...plain },
  most_frequent: { of: 'required', takes: scalars, gives: 'of', ...plain },
  first: { of: 'required', takes: scalars, gives: 'of', timed: true, satisfying: false },
  last: { of: 'required', takes: scalars, gives: 'of', timed: true, satisfying: false },
  share: { of: 'optional', takes: numbers, gives: 'number', timed: false, satisfying: true },
  average_gap: { of: 'never', takes: [], gives: 'number', timed: true, satisfying: false },
} as const satisfies Readonly<Record<string, Definition>>;

export type MeasureName = keyof typeof definitions;
export const measureDefinitions: Readonly<Record<MeasureName, Definition>> = definitions;
export const measures = Object.keys(definitions) as readonly MeasureName[];
