/** What a condition tests or compares with: a stored field, or a metric or derived field taken apart. */

import type { DerivedOperand, FieldOperand, MeasureOperand, Operand } from '../checked.js';
import type { Field, FieldSource } from '../field.js';
import { type FoundField, findValue } from './names.js';
import type { Tested } from './operator.js';
import { below, type Place } from './place.js';
import { type Anchor, apart, type Document, type Reading, report, type Scope } from './reading.js';

/** `place` is where the field is named. */
export function operandOf(
  reading: Reading,
  scope: Scope,
  found: FoundField,
  place: Place,
): Operand | undefined {
  const { field, route } = found;
  const { source } = field;
  if (source.kind !== 'metric' && source.kind !== 'derived')
    return { kind: 'field', type: field.type, route, field } satisfies FieldOperand;
  if (scope.expanding.has(field))
    return report(reading, place, 'field.unusable', found.name, 'It is declared by means of itself.');
  const within = { ...scope, expanding: new Set([...scope.expanding, field]) };
  const inner = apart(reading);
  const operand =
    source.kind === 'metric'
      ? metricOperand(inner, within, found, source, place)
      : derivedOperand(inner, within, found, source, place);
  if (operand && inner.problems.length === 0) return operand;
  return report(reading, place, 'field.unusable', found.name, inner.problems[0]?.message ?? '');
}

type SourceOf<K extends FieldSource['kind']> = Extract<FieldSource, { kind: K }>;

/** Exactly its measure, seen from the record it is declared on. */
function metricOperand(
  reading: Reading,
  scope: Scope,
  { field, owner }: FoundField,
  { measure }: SourceOf<'metric'>,
  place: Place,
): MeasureOperand | undefined {
  const declared: Scope = {
    self: owner,
    asParent: asSeenFromCollections(owner, scope),
    subject: owner.isSubject ? scope.subject : undefined,
    inWhere: true,
    depth: 1,
    expanding: scope.expanding,
  };
  const read = reading.readers.measure(reading, measure as unknown as Document, place, declared);
  return read && { ...read.checked, metric: field };
}

/**
 * How the records of a collection write the record that owns it. Their parent is the record that the condition tests:
 * from there the way goes on as it went from the condition, if it started there.
 */
function asSeenFromCollections(owner: Anchor, scope: Scope): Anchor | undefined {
  if (owner.from === 'this') return { ...owner, from: 'parent' };
  if (owner.from === 'subject') return owner;
  return scope.parent?.isSubject ? { ...owner, from: 'subject' } : undefined;
}

function derivedOperand(
  reading: Reading,
  scope: Scope,
  { field, owner, route }: FoundField,
  { inputs }: SourceOf<'derived'>,
  place: Place,
): DerivedOperand | undefined {
  const read = inputs.map((name, index) => {
    const found = findValue(reading.vocabulary, owner, undefined, name);
    const at = below(place, 'inputs', index);
    if (found?.kind !== 'field')
      return report(reading, at, 'field.unknown', name, route.record.label, undefined);
    const input = operandOf(reading, scope, found, at);
    return input && isTied(input) ? report(reading, at, 'measure.of-tied') : input;
  });
  const known = read.filter((input) => input !== undefined);
  return known.length === inputs.length
    ? { kind: 'derived', type: field.type, route, field, inputs: known }
    : undefined;
}

/** Whether several values may be it at once, so that they have no order and no sum. */
export const isTied = (operand: Operand): boolean =>
  operand.kind === 'measure' && operand.measure === 'most_frequent';

export const testedBy = (operand: Operand): Tested => ({
  type: operand.type,
  tied: isTied(operand),
  values: valuesOf(operand),
});

function valuesOf(operand: Operand): Field | undefined {
  if (operand.kind !== 'measure') return operand.field;
  return operand.of && operand.type === operand.of.type ? valuesOf(operand.of) : undefined;
}
