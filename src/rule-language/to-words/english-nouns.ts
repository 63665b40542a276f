/** English: what things are called: whose field it is, which records, and what a measure makes of them. */

import type { MeasureName } from '../measures.js';
import { beforeBrackets, bracketed } from './brackets.js';
import type { Form, Holder, MeasureWords, RecordsWords, ReferenceWords } from './language.js';

/** A label as it stands within a sentence; names written in capitals stay as they are. */
export function uncapitalised(label: string): string {
  const [first = ''] = label.split(' ');
  return /^\p{Lu}[^\p{Lu}\d]+$/u.test(first) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Many of a kind. A kind that is labelled in the plural already stays as it is. */
export function plural(label: string): string {
  const word = uncapitalised(label);
  if (/([^sui]s|ies|people|staff|men|children)$/i.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return word.replace(/y$/i, 'ies');
  return /(s|sh|ch|x|z)$/i.test(word) ? `${word}es` : `${word}s`;
}

const preposition = / (at|between|by|for|from|in|of|on|over|per|since|to|until|with) /;

/** Whether a noun is spoken of as many: `orders in the last 30 days`, `company’s tags`; not `number of orders`. */
export function isPlural(noun: string): boolean {
  const [head = ''] = beforeBrackets(noun).split(preposition);
  return /[^sui]s$|people$/.test(head.split('’s ').at(-1) ?? '');
}

/** The singular of a label, whose last word is a regular plural; any other label stays as it is. */
export function singular(plural: string): string {
  if (/[^aeiou]ies$/i.test(plural)) return plural.replace(/ies$/i, 'y');
  if (/(ss|sh|ch|x|zz)es$/i.test(plural)) return plural.slice(0, -2);
  return /[^sui]s$/i.test(plural) ? plural.slice(0, -1) : plural;
}

const startOf = ({ from, kind }: Holder): readonly string[] => {
  if (from === 'this') return [];
  return [`${from === 'parent' ? 'that' : 'the'} ${kind === undefined ? 'record' : singular(kind)}`];
};

/** `company`, `the contact’s company`, `that activity`. */
export const holder = (of: Holder): string => [...startOf(of), ...of.path].join('’s ');

/** `company’s industry`. */
export const held = (of: Holder, label: string): string => [...startOf(of), ...of.path, label].join('’s ');

type HowMany = 'all' | 'some' | 'one';

/** `orders (whose status is Paid)`, `opportunities of their company`. */
export function records({ label, holder: of, where }: RecordsWords, howMany: HowMany): string {
  const form: Form = howMany === 'one' ? 'one' : 'many';
  const name = howMany === 'one' ? singular(label) : label;
  const all = howMany === 'all' && where === undefined ? `all ${name}` : name;
  const own = of.from === 'this' && of.path.length > 0 ? 'their ' : '';
  const elsewhere = holder(of);
  const owned = elsewhere === '' ? all : `${all} of ${own}${elsewhere}`;
  return where === undefined ? owned : `${owned} ${bracketed(where[form])}`;
}

const all = (measure: MeasureWords): string => records(measure.records, 'all');
const field = ({ of }: MeasureWords): string => of?.text ?? '';
const isTime = ({ of }: MeasureWords): boolean => of?.type === 'date' || of?.type === 'datetime';
const ties = {
  any: ` ${bracketed('any of those tied')}`,
  each: ` ${bracketed('each of those tied')}`,
} as const;

export const englishMeasures: Readonly<Record<MeasureName, (measure: MeasureWords) => string>> = {
  count: (measure) => `number of ${all(measure)}`,
  sum: (measure) => `sum of ${field(measure)} over ${all(measure)}`,
  average: (measure) => `average ${field(measure)} over ${all(measure)}`,
  minimum: (measure) => `${isTime(measure) ? 'earliest' : 'lowest'} ${field(measure)} over ${all(measure)}`,
  maximum: (measure) => `${isTime(measure) ? 'latest' : 'highest'} ${field(measure)} over ${all(measure)}`,
  distinct: (measure) => `number of different values of ${field(measure)} over ${all(measure)}`,
  most_frequent: (measure) =>
    `most frequent ${field(measure)}${measure.tied ? ties[measure.tied] : ''} over ${all(measure)}`,
  first: (measure) => `${field(measure)} of the first ${records(measure.records, 'one')}`,
  last: (measure) => `${field(measure)} of the last ${records(measure.records, 'one')}`,
  share: (measure) => {
    const whole = measure.of ? `${measure.of.text} over ${all(measure)}` : all(measure);
    return `share of ${whole} that falls on those ${bracketed(measure.satisfying?.many ?? '')}`;
  },
  average_gap: (measure) => `average number of days between days with ${records(measure.records, 'some')}`,
};

/** `credit limit × 0.8`, `1 day after that activity’s occurred at`; whoever calls says how long the shift is. */
export function reference(words: ReferenceWords, shifted: string): string {
  const { measure, shift, times, dayOf } = words;
  const noun = measure ? `the ${words.noun}` : words.noun;
  const moved = shift === undefined ? noun : `${shifted} ${shift.sign === 1 ? 'after' : 'before'} ${noun}`;
  const multiplied = times === undefined ? moved : `${moved} × ${times}`;
  return dayOf ? `the day of ${multiplied}` : multiplied;
}
