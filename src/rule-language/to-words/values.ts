/** The value of a test, worded as far as it can be for any language. */

import { Temporal } from 'temporal-polyfill';
import type { Literal, Operand, Scalar, Test } from '../checked.js';
import type { Degrees, ListWords, ScalarWords, ValueWords } from './language.js';
import {
  dateText,
  inPercent,
  minutesText,
  momentText,
  monthName,
  numberText,
  weekdayName,
} from './literals.js';
import { optionOrText, quoted } from './names.js';
import { isByDay, isTime, optionsField, referenceText } from './operands.js';
import type { Scope, Speaker } from './scope.js';

/** Where a value stands: what it is compared with, of which record, and who says so. */
export interface Place {
  readonly operand: Operand;
  readonly scope: Scope;
  readonly speaker: Speaker;
}

export function valueWords(test: Test, place: Place): ValueWords[keyof ValueWords] {
  const { language } = place.speaker;
  if ('value' in test) return scalarWords(test.value, place);
  if ('values' in test) return literalList(test.values, place);
  if ('tags' in test) return literalList(test.tags.map(textLiteral), place);
  if ('text' in test) return quoted(test.text, language);
  if ('duration' in test) return test.duration;
  if ('percent' in test) return numberText(test.percent, language);
  if ('positions' in test) return numberText(String(test.positions), language);
  switch (test.operator) {
    case 'is_empty':
      return null;
    case 'between':
      return { from: scalarWords(test.from, place), to: scalarWords(test.to, place) };
    case 'ago_between':
      return test;
    case 'in_period':
      return test.period;
    case 'anniversary_in_month':
      return typeof test.month === 'number' ? { name: monthName(test.month, language) } : test.month;
    case 'weekday_in':
      return listWords(test.weekdays, (weekday) => weekdayName(weekday, language), place.speaker);
    case 'hour_between':
      return hoursWords(test.from, test.until);
    case 'within_radius':
      return radiusWords(test, place.speaker);
  }
}

const textLiteral = (value: string): Literal => ({ kind: 'text', value });

function scalarWords(value: Scalar, place: Place): ScalarWords {
  const { operand, scope, speaker } = place;
  if (value.kind !== 'reference') {
    const precision = value.kind === 'date' ? 'day' : value.kind === 'instant' ? 'moment' : undefined;
    return { text: literalText(value, place), reference: false, precision };
  }
  const byDay = isByDay(operand, value.operand);
  const precision = byDay ? 'day' : isTime(operand) ? 'moment' : undefined;
  return { text: referenceText(value, operand, scope, speaker), reference: true, precision };
}

function literalText(literal: Literal, { operand, speaker }: Place): string {
  const { language, zone } = speaker;
  switch (literal.kind) {
    case 'date':
      return dateText(Temporal.PlainDate.from(literal.value), language);
    case 'instant':
      return momentText(literal.value, zone, language);
    case 'number':
      return isShare(operand)
        ? language.percent(numberText(inPercent(literal.value), language))
        : numberText(literal.value, language);
    case 'text':
      return optionOrText(literal.value, optionsField(operand), language);
    case 'boolean':
      return language.yesOrNo(literal.value);
  }
}

const isShare = (operand: Operand): boolean => operand.kind === 'measure' && operand.measure === 'share';

/** Numbers of a test that names literals only; none of a test that has a reference. */
export function literalNumbers(test: Test, place: Place): ListWords | undefined {
  const numbers = numbersOf(test);
  return numbers.every((number) => number.kind === 'number') ? literalList(numbers, place) : undefined;
}

function numbersOf(test: Test): readonly Scalar[] {
  if ('value' in test) return [test.value];
  if ('values' in test) return test.values;
  return test.operator === 'between' ? [test.from, test.to] : [];
}

const literalList = (literals: readonly Literal[], place: Place): ListWords =>
  listWords(literals, (literal) => literalText(literal, place), place.speaker);

/** As many as a reader takes in; at least two are left out, or none. */
const shown = 5;

function listWords<T>(items: readonly T[], say: (item: T) => string, speaker: Speaker): ListWords {
  const { language, shortens } = speaker;
  if (!shortens || items.length <= shown + 1) return { items: items.map(say), others: undefined };
  const others = numberText(String(items.length - shown), language);
  return { items: items.slice(0, shown).map(say), others };
}

/** A stretch up to midnight ends on its own day. */
function hoursWords(from: number, until: number): ValueWords['hours'] {
  const through = from > until && until > 0;
  return { from: minutesText(from), until: minutesText(until === 0 ? 1440 : until), through };
}

function radiusWords(
  { latitude, longitude, kilometres }: Extract<Test, { operator: 'within_radius' }>,
  { language }: Speaker,
): ValueWords['radius'] {
  const degrees = (decimal: string): Degrees => {
    const size = numberText(decimal.replace('-', ''), language);
    return { size, negative: decimal.startsWith('-') && size !== '0' };
  };
  return {
    kilometres: numberText(kilometres, language),
    latitude: degrees(latitude),
    longitude: degrees(longitude),
  };
}
