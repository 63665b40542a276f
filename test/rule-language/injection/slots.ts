/** Every place in a rule where a text may stand, and what becomes of it there. */

import type { Operator } from '../../../src/rule-language/operators.js';

interface Slot {
  readonly name: string;
  readonly rule: (value: string) => object;
  /** Of the rows with each text: the one that holds it, all others, or those whose text has it inside. */
  readonly finds: 'the row' | 'the others' | 'everyone' | ((stored: string, value: string) => boolean);
}

const is = (field: string, operator: Operator, value: unknown) => ({ field, operator, value });
const all = (...rules: object[]) => ({ match: 'all', rules });
const orders = (rule: object) => ({
  related: 'orders',
  measure: 'count',
  where: all(rule),
  operator: 'greater_than',
  value: 0,
});
const fold = (text: string): string => text.toLowerCase();

const onTexts = (field: string, folds: boolean): Slot[] => {
  const as = folds ? fold : (text: string) => text;
  const inside = (finds: (stored: string, value: string) => boolean) => (stored: string, value: string) =>
    finds(as(stored), as(value));
  const slot = (operator: Operator, finds: Slot['finds'], value = (text: string): unknown => text): Slot => ({
    name: `${operator} of ${field}`,
    rule: (text) => is(field, operator, value(text)),
    finds,
  });
  return [
    slot('equals', 'the row'),
    slot('not_equals', 'the others'),
    slot('in_list', 'the row', (text) => [text]),
    slot('in_list', 'the row', (text) => ['nobody has this', text]),
    slot('not_in_list', 'the others', (text) => [text, 'nobody has this']),
    slot(
      'contains',
      inside((stored, value) => stored.includes(value)),
    ),
    slot(
      'not_contains',
      inside((stored, value) => !stored.includes(value)),
    ),
    slot(
      'starts_with',
      inside((stored, value) => stored.startsWith(value)),
    ),
    slot(
      'not_starts_with',
      inside((stored, value) => !stored.startsWith(value)),
    ),
    slot(
      'ends_with',
      inside((stored, value) => stored.endsWith(value)),
    ),
    slot(
      'not_ends_with',
      inside((stored, value) => !stored.endsWith(value)),
    ),
  ];
};

const onTags = (field: string): Slot[] => {
  const slot = (operator: Operator, finds: Slot['finds'], ...more: string[]): Slot => ({
    name: `${operator} of ${more.length} more in ${field}`,
    rule: (text) => is(field, operator, [...more, text]),
    finds,
  });
  return [
    slot('has_any', 'the row'),
    slot('has_any', 'the row', 'nobody has this'),
    slot('has_none', 'the others'),
    slot('has_all', 'the row'),
    slot('not_has_all', 'the others'),
  ];
};

const related =
  (measure: string, more: object): ((operator: Operator, value: unknown) => object) =>
  (operator, value) => ({
    related: 'orders',
    measure,
    ...more,
    operator,
    value,
  });

export const slots: readonly Slot[] = [
  ...onTexts('text', true),
  ...onTexts('exact', false),
  ...onTexts('json.text', true),
  ...onTexts('open', false).filter(({ name }) => /equals|in_list/.test(name)),
  ...onTexts('friend.text', true).filter(({ name }) => /^(equals|in_list|contains)/.test(name)),
  ...onTags('tags'),
  ...onTags('json.tags'),
  { name: 'a text inside where', rule: (text) => orders(is('text', 'equals', text)), finds: 'the row' },
  { name: 'a tag inside where', rule: (text) => orders(is('tags', 'has_any', [text])), finds: 'the row' },
  {
    name: 'a key of JSON inside where',
    rule: (text) => orders(is('json.text', 'equals', text)),
    finds: 'the row',
  },
  {
    name: 'satisfying',
    rule: (text) => related('share', { satisfying: all(is('exact', 'equals', text)) })('equals', 1),
    finds: 'the row',
  },
  {
    name: 'the most frequent',
    rule: (text) => related('most_frequent', { of: 'text' })('equals', text),
    finds: 'the row',
  },
  { name: 'the last', rule: (text) => related('last', { of: 'exact' })('in_list', [text]), finds: 'the row' },
  {
    name: 'a measure in the place of a number',
    rule: (text) =>
      is('number', 'equals', { related: 'orders', measure: 'count', where: all(is('text', 'equals', text)) }),
    finds: 'the row',
  },
  { name: 'an id', rule: (text) => ({ everyone: true, id: text }), finds: 'everyone' },
  {
    name: 'a label',
    rule: (text) => ({ ...all({ ...is('number', 'equals', 1), label: text }), label: text }),
    finds: 'everyone',
  },
  { name: 'a segment', rule: (text) => ({ segment: text, operator: 'never_member' }), finds: 'everyone' },
  {
    name: 'a template',
    rule: (text) => ({ segment: { template: text }, operator: 'is_not_member' }),
    finds: 'everyone',
  },
];

const number = (value: unknown) => is('number', 'greater_than', value);
const measure = (more: object) => ({
  related: 'orders',
  measure: 'sum',
  of: 'number',
  operator: 'equals',
  value: 1,
  ...more,
});

/** Places where only what the language or the catalogue knows may stand. */
export const closed: Readonly<Record<string, (value: string) => object>> = {
  'a field': (text) => is(text, 'equals', 'x'),
  'a field below a path': (text) => is(`friend.${text}`, 'equals', 'x'),
  'a key below a JSON column': (text) => is(`json.${text}`, 'equals', 'x'),
  'an operator': (text) => ({ field: 'text', operator: text, value: 'x' }),
  'a match': (text) => ({ match: text, rules: [{ everyone: true }] }),
  'a number': (text) => number(text),
  'an end of a range': (text) => is('number', 'between', [text, 5]),
  'a number in a list': (text) => is('number', 'in_list', [1, text]),
  'a boolean': (text) => orders({ everyone: text }),
  'a date': (text) => is('date', 'on', text),
  'a moment': (text) => is('moment', 'before', text),
  'an end of a stretch': (text) => is('moment', 'between', ['2024-01-01', text]),
  'a period': (text) => is('date', 'in_period', text),
  'a month': (text) => is('date', 'anniversary_in_month', text),
  'a weekday': (text) => is('date', 'weekday_in', ['monday', text]),
  'an hour': (text) => is('moment', 'hour_between', [text, 5]),
  'a unit': (text) => is('date', 'within_last', { [text]: 1 }),
  'a count of units': (text) => is('date', 'within_last', { days: text }),
  'a radius': (text) => is('home', 'within_radius', { latitude: 0, longitude: 0, kilometres: text }),
  'a latitude': (text) => is('home', 'within_radius', { latitude: text, longitude: 0, kilometres: 1 }),
  'a percentage': (text) => is('number', 'in_top_percent', text),
  'a count of places': (text) => is('number', 'in_top', text),
  'a reference': (text) => number({ field: text }),
  'whose reference': (text) => number({ field: 'number', from: text }),
  'a factor': (text) => number({ field: 'number', times: text }),
  'a shift': (text) => is('date', 'on', { field: 'date', plus: { [text]: 1 } }),
  'a collection': (text) => measure({ related: text }),
  'a collection of the subject': (text) => measure({ related: `subject.${text}` }),
  'a measure': (text) => measure({ measure: text }),
  'of a field': (text) => measure({ of: text }),
  'a key of a rule': (text) => ({ everyone: true, [text]: 1 }),
  'an entity': (text) => ({ ...all({ everyone: true }), entity: text }),
};
