/** The collection a measure is over: named from the record at hand or from the subject, and the time of its records. */

import type { Operand } from '../checked.js';
import type { RecordType, Step } from '../field.js';
import { readCollectionName, readValueName } from './field-name.js';
import type { FoundCollection } from './names.js';
import { isTied, operandOf } from './operand.js';
import { below, type Place } from './place.js';
import { type Anchor, apart, type Document, type Reading, report, reportAt, type Scope } from './reading.js';
import { isBlank } from './texts.js';

export interface Related extends FoundCollection {
  /** The kind of record it holds. */
  readonly target: RecordType;
  /** The step that leads to its own records. */
  readonly last: Step;
}

const fromSubject = 'subject.';

export function readRelated(
  reading: Reading,
  { related }: Document,
  place: Place,
  scope: Scope,
): Related | undefined {
  const here = below(place, 'related');
  if (typeof related !== 'string' || isBlank(related)) return report(reading, here, 'related.not-text');
  if (!related.startsWith(fromSubject)) return locate(reading, related, here, scope.self);
  if (!scope.subject) return report(reading, here, 'related.no-subject');
  const found = locate(reading, related.slice(fromSubject.length), here, scope.subject);
  // Where the subject itself is at hand, saying so adds nothing, and is not written back.
  if (!found || scope.self.isSubject)
    return found && { ...found, route: { ...found.route, from: scope.self.from } };
  return { ...found, name: fromSubject + found.name };
}

function locate(reading: Reading, name: string, here: Place, anchor: Anchor): Related | undefined {
  const found = readCollectionName(reading, name, here, anchor);
  const last = found?.collection.steps.at(-1);
  const target = last && reading.vocabulary.records.get(last.target);
  if (found && !target)
    return report(
      reading,
      here,
      'related.unusable',
      name,
      'Its declaration leads to no known kind of record.',
    );
  return found && last && target && { ...found, target, last };
}

/** Seen from inside the collection's records, whose kind may be unknown. */
export function scopeOfRecords(scope: Scope, target: RecordType | undefined): Scope {
  return {
    self: { from: 'this', path: [], record: target, isSubject: false },
    asParent: { from: 'parent', path: [], record: target, isSubject: false },
    parent: scope.asParent,
    subject: scope.subject,
    inWhere: true,
    depth: Math.max(scope.depth, 1),
    expanding: scope.expanding,
  };
}

/** A scope that knows one record and nothing around it, as a declaration does. */
export const scopeOfDeclaration = (record: RecordType): Scope => ({
  ...scopeOfRecords({ self: nowhere, inWhere: true, depth: 0, expanding: new Set() }, record),
  depth: 0,
});
const nowhere: Anchor = { from: 'this', path: [], record: undefined, isSubject: false };

/** The time of a collection's records, read from such a record (`this`); absent if none is declared. */
export function readTime(
  reading: Reading,
  step: Step,
  target: RecordType,
  place: Place,
  expanding: Scope['expanding'] = new Set(),
): Operand | undefined {
  if (step.time === undefined) return undefined;
  const scope = { ...scopeOfDeclaration(target), expanding };
  const found = readValueName(reading, step.time, place, scope.self);
  const operand = found && operandOf(reading, scope, found, place);
  if (!operand) return undefined;
  if ((operand.type === 'date' || operand.type === 'datetime') && !isTied(operand)) return operand;
  return report(reading, place, 'reference.type', 'date or datetime', operand.type);
}

/** The same for a rule that uses the collection: what is declared wrongly makes it unusable. */
export function readTimeOf(
  reading: Reading,
  related: Related,
  place: Place,
  scope: Scope,
): Operand | undefined {
  const inner = apart(reading);
  const time = readTime(inner, related.last, related.target, below(place, 'time'), scope.expanding);
  const [fault] = inner.problems;
  return fault ? reportAt(reading, place, 'related', 'related.unusable', related.name, fault.message) : time;
}
