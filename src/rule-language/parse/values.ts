/** The value of a condition, by the shape its operator takes. */

import { periods } from '../checked.js';
import { positiveOperators, type ValueShape } from '../operators.js';
import { readComparison, readRange } from './comparisons.js';
import { readHours, readMonth, readPercent, readPositions, readRadius } from './figures.js';
import { readList, readWeekdays } from './lists.js';
import { readText } from './literals.js';
import { below, type Place } from './place.js';
import type { Answer, Question, ValueReader } from './question.js';
import { type Reading, report, reportAt } from './reading.js';
import { readStretch, readWindow } from './spans.js';

const readers: { readonly [S in ValueShape]: ValueReader<S> } = {
  none: (reading, value, place, { operator }) =>
    value === undefined
      ? { document: undefined, checked: { operator } }
      : report(reading, place, 'value.unexpected', operator),
  scalar: readComparison,
  range: readRange,
  text: (reading, value, place, { operator }) => {
    const text = readText(reading, value, place);
    return text && { document: text.document, checked: { operator, text: text.checked.value } };
  },
  list: readList,
  duration: readWindow,
  durations: readStretch,
  period: (reading, value, place, { operator }) => {
    const period = periods.find((name) => name === value);
    if (!period) return report(reading, place, 'value.not-period', periods);
    return { document: period, checked: { operator, period } };
  },
  month: (reading, value, place, { operator }) => {
    const month = readMonth(reading, value, place);
    return month === undefined ? undefined : { document: month, checked: { operator, month } };
  },
  weekdays: readWeekdays,
  hours: (reading, value, place, { operator }) => {
    const hours = readHours(reading, value, place);
    return hours && { document: hours.document, checked: { operator, ...hours.checked } };
  },
  radius: (reading, value, place, { operator }) => {
    const radius = readRadius(reading, value, place);
    return radius && { document: radius.document, checked: { operator, ...radius.checked } };
  },
  percent: (reading, value, place, { operator }) => {
    const percent = readPercent(reading, value, place);
    return percent && { document: percent.document, checked: { operator, percent: percent.checked.value } };
  },
  positions: (reading, value, place, { operator }) => {
    const positions = readPositions(reading, value, place);
    return positions === undefined ? undefined : { document: positions, checked: { operator, positions } };
  },
};

/** What is missing where there is no value. */
const expectations: Readonly<Record<ValueShape, string>> = {
  none: '',
  scalar: 'what to compare with',
  range: 'the two ends of the range',
  text: 'a text',
  list: 'a list of values',
  duration: 'a duration, such as { "days": 30 }',
  durations: 'two durations, such as [{ "days": 30 }, { "days": 60 }]',
  period: 'a period, such as "last_month"',
  month: 'a month from 1 to 12, "this_month" or "next_month"',
  weekdays: 'a list of weekdays, such as ["saturday", "sunday"]',
  hours: 'the first hour and the hour it ends at, such as [11, 14]',
  radius: '{ "latitude": 52.52, "longitude": 13.405, "kilometres": 50 }',
  percent: 'a percentage, such as 10',
  positions: 'how many, such as 100',
};

/** `place` is that of the condition. */
export function readValue(
  reading: Reading,
  value: unknown,
  place: Place,
  question: Question,
): Answer | undefined {
  const shape: ValueShape = positiveOperators[question.operator].value;
  if (value === undefined && shape !== 'none')
    return reportAt(reading, place, 'value', 'value.missing', expectations[shape]);
  // The reader of the operator's own shape; TypeScript cannot follow the shape through both tables.
  const read = readers[shape] as unknown as ValueReader<ValueShape>;
  return read(reading, value, below(place, 'value'), question);
}
