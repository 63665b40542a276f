/** What a value is compared with: a literal or a reference, one or the two ends of a range. */

import type { Literal, Scalar } from '../checked.js';
import type { FieldType } from '../field.js';
import type { Value } from '../rule.js';
import { compareDecimals, compareTexts } from './decimals.js';
import { readLiteral } from './literals.js';
import { below, type Place } from './place.js';
import type { Asked, ValueReader } from './question.js';
import { type Read, type Reading, report } from './reading.js';
import { isReference, readReference } from './references.js';

type ReadScalar = Read<Value, Scalar>;

export const readComparison: ValueReader<'scalar'> = (reading, value, place, question) => {
  const read = readScalar(reading, value, place, question);
  if (!read) return undefined;
  const { operator, tested } = question;
  const { document, checked } = read;
  const dated = isDated(tested.type, checked);
  // To equal a date is to be on it.
  if (operator === 'equals' && dated) return { document, checked: { operator: 'on', value: checked } };
  if (operator === 'on' && !dated) return report(reading, place, 'value.on-takes-dates');
  return { document, checked: { operator, value: checked } };
};

/** Whether either side is a date, so that the two are compared by date. */
const isDated = (type: string, scalar: Scalar): boolean =>
  type === 'date' || (scalar.kind === 'reference' ? scalar.operand.type === 'date' : scalar.kind === 'date');

export const readRange: ValueReader<'range'> = (reading, value, place, question) => {
  if (!Array.isArray(value) || value.length !== 2)
    return report(reading, place, 'value.not-pair', 'where the range starts and where it ends');
  const [from, to] = value.map((end, index) => readScalar(reading, end, below(place, index), question));
  if (!from || !to || !checkEnds(reading, from.checked, to.checked, place)) return undefined;
  return {
    document: [from.document, to.document],
    checked: { operator: question.operator, from: from.checked, to: to.checked },
  };
};

/** Two literals must be of one form and in order; a reference is known only when the rule is evaluated. */
function checkEnds(reading: Reading, from: Scalar, to: Scalar, place: Place): boolean {
  if (from.kind === 'reference' || to.kind === 'reference') return true;
  const fault =
    from.kind !== to.kind
      ? 'value.mixed-forms'
      : compareLiterals(from, to) > 0
        ? 'value.reversed'
        : undefined;
  if (fault) report(reading, place, fault);
  return !fault;
}

/** Dates and instants are written so that their texts are in the order of time. */
const compareLiterals = (a: Literal, b: Literal): number =>
  a.kind === 'number'
    ? compareDecimals(a.value, String(b.value))
    : compareTexts(String(a.value), String(b.value));

function readScalar(
  reading: Reading,
  value: unknown,
  place: Place,
  { tested, scope }: Asked,
): ReadScalar | undefined {
  // Membership of a segment is compared with nothing.
  const type = tested.type as FieldType;
  return isReference(value)
    ? readReference(reading, value, place, type, scope)
    : readLiteral(reading, value, place, type, tested.values);
}
