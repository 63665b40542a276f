/** Values that are stretches of time: one duration or two, by the operator that asks. */

import type { PositiveOperator } from '../operators.js';
import { rolls } from '../time.js';
import { isLonger, readDuration } from './durations.js';
import { below } from './place.js';
import type { Asked, ValueReader } from './question.js';
import { report } from './reading.js';

const anniversaries: readonly PositiveOperator[] = ['anniversary_within_next', 'anniversary_within_last'];
const fromZero: readonly PositiveOperator[] = [
  'ago_at_least',
  'ahead_at_least',
  'ago_between',
  'member_for_at_least',
];

const boundsFor = ({ operator, tested }: Asked & { readonly operator: PositiveOperator }) => ({
  least: fromZero.includes(operator) ? 0 : 1,
  wholeDays: tested.type === 'date' || anniversaries.includes(operator),
});

export const readWindow: ValueReader<'duration'> = (reading, value, place, question) => {
  const read = readDuration(reading, value, place, boundsFor(question));
  return (
    read && { document: read.document, checked: { operator: question.operator, duration: read.checked } }
  );
};

export const readStretch: ValueReader<'durations'> = (reading, value, place, question) => {
  if (!Array.isArray(value) || value.length !== 2)
    return report(reading, place, 'value.not-pair', 'the shorter duration, then the longer one');
  const [nearest, farthest] = value.map((end, index) =>
    readDuration(reading, end, below(place, index), boundsFor(question)),
  );
  if (!nearest || !farthest) return undefined;
  if (rolls(nearest.checked) !== rolls(farthest.checked))
    return report(reading, place, 'duration.mixed-kinds');
  if (isLonger(nearest.checked, farthest.checked)) return report(reading, place, 'value.reversed');
  return {
    document: [nearest.document, farthest.document],
    checked: { operator: question.operator, nearest: nearest.checked, farthest: farthest.checked },
  };
};
