/** What each type of custom field is: in the language, in its column, and which values it takes. */

import { Temporal } from 'temporal-polyfill';
import type { FieldType, Storage } from '../rule-language/field.js';
import { readDecimal, writeDecimal } from '../rule-language/parse/decimals.js';
import { hasLoneSurrogate, isBlank, isLongerThan, toNfc } from '../rule-language/parse/texts.js';
import type { CustomFieldOption, CustomFieldType, FieldValue } from './custom-field.entity.js';

/** A value that was read: null when missing; or why it was refused. */
export type ReadValue =
  | { readonly value: FieldValue | null }
  | { readonly code: string; readonly message: string };

/** What a value is read against: the options, and those of them that the record has already. */
export interface Readable {
  readonly type: CustomFieldType;
  readonly options: readonly CustomFieldOption[];
  readonly kept?: readonly string[];
}

interface Kind {
  /** In rules. */
  readonly type: FieldType;
  readonly column: string;
  readonly storage: Storage;
  /** From JSON. Texts and lists that reach it are not blank, and in NFC. */
  read(value: unknown, field: Readable): ReadValue;
  /** From a text that is not blank, as another type's value prints. */
  readText(text: string, field: Readable): ReadValue;
  /** As JSON: numbers as numbers where that is exact. */
  show(value: FieldValue): unknown;
}

/** In code points; what an index entry has room for. */
export const longestText = 500;
const mostDigits = 200;
export const mostOptions = 1000;

const refused = (code: string, message: string): ReadValue => ({ code, message });
const asItIs = (value: FieldValue): unknown => value;

function readText(value: unknown): ReadValue {
  if (typeof value !== 'string') return refused('value.not-text', 'The value is a text.');
  if (value.includes('\u0000') || hasLoneSurrogate(value))
    return refused(
      'value.characters',
      'The text has characters that cannot be stored: U+0000 or half a surrogate pair.',
    );
  if (isLongerThan(value, longestText))
    return refused('value.too-long', `The text is longer than ${longestText} characters.`);
  return { value };
}

function readNumber(value: unknown): ReadValue {
  const read = readDecimal(value);
  if ('fault' in read)
    return read.fault === 'beyond-integers'
      ? refused('value.beyond-integers', 'A number this large travels as a text of digits.')
      : refused('value.not-number', 'The value is a number, or a text of digits such as "12.50".');
  return read.decimal.length > mostDigits
    ? refused('value.too-long', `The number has more than ${mostDigits} digits.`)
    : { value: read.decimal };
}

function readDate(value: unknown): ReadValue {
  const wanted = refused('value.not-date', 'The value is a date such as "2024-05-31".');
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || value < '0001') return wanted;
  try {
    return { value: Temporal.PlainDate.from(value).toString() };
  } catch {
    return wanted;
  }
}

const readBoolean = (value: unknown): ReadValue =>
  typeof value === 'boolean' ? { value } : refused('value.not-boolean', 'The value is true or false.');

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
};

function readBooleanText(text: string): ReadValue {
  const value = words[text.toLowerCase()];
  return value === undefined
    ? refused('value.not-boolean', 'The text is neither true nor false.')
    : { value };
}

function readOption(value: unknown, { options, kept = [] }: Readable): ReadValue {
  if (typeof value !== 'string')
    return refused('value.not-option', 'The value is one of the options, as a text.');
  const option = options.find((candidate) => candidate.value === value);
  if (option && (!option.archived || kept.includes(value))) return { value };
  const offered = options.filter(({ archived }) => !archived).map((candidate) => `“${candidate.value}”`);
  const choice =
    offered.length > 0 ? `it is one of ${offered.slice(0, 20).join(', ')}` : 'there is none to choose';
  return option
    ? refused('value.archived-option', `“${option.label}” is archived: ${choice}.`)
    : refused('value.unknown-option', `“${value.slice(0, 60)}” is no option: ${choice}.`);
}

function readOptions(value: unknown, field: Readable): ReadValue {
  if (!Array.isArray(value)) return refused('value.not-list', 'The value is a list of options.');
  const known: string[] = [];
  for (const item of value) {
    const read = readOption(item, field);
    if (!('value' in read)) return read;
    if (known.includes(String(read.value)))
      return refused('value.option-twice', `“${String(read.value)}” is in the list twice.`);
    known.push(String(read.value));
  }
  return { value: inOrder(known, field) };
}

/** As the field lists them, so that the same choice is always the same value. */
const inOrder = (values: readonly string[], { options }: Readable): string[] =>
  options.filter(({ value }) => values.includes(value)).map(({ value }) => value);

export const fieldKinds: Record<CustomFieldType, Kind> = {
  text: { type: 'text', column: 'value_text', storage: 'text', read: readText, readText, show: asItIs },
  number: {
    type: 'number',
    column: 'value_number',
    storage: 'decimal',
    read: readNumber,
    readText: readNumber,
    show: (value) => writeDecimal(String(value)),
  },
  date: {
    type: 'date',
    column: 'value_date',
    storage: 'date',
    read: readDate,
    readText: readDate,
    show: asItIs,
  },
  boolean: {
    type: 'boolean',
    column: 'value_boolean',
    storage: 'boolean',
    read: readBoolean,
    readText: readBooleanText,
    show: asItIs,
  },
  selection: {
    type: 'select',
    column: 'value_option',
    storage: 'text',
    read: readOption,
    readText: readOption,
    show: asItIs,
  },
  multi_selection: {
    type: 'tags',
    column: 'value_options',
    storage: 'text[]',
    read: readOptions,
    readText: (text, field) => readOptions([text], field),
    show: asItIs,
  },
};

export const hasOptions = (type: CustomFieldType): boolean =>
  type === 'selection' || type === 'multi_selection';

/** A value of a field from JSON: in NFC, null when blank, or refused. */
export function readValue(value: unknown, field: Readable): ReadValue {
  const composed = Array.isArray(value) ? value.map(composedText) : composedText(value);
  const missing =
    composed === null ||
    composed === undefined ||
    (typeof composed === 'string' && isBlank(composed)) ||
    (Array.isArray(composed) && composed.length === 0);
  return missing ? { value: null } : fieldKinds[field.type].read(composed, field);
}

const composedText = (value: unknown): unknown => (typeof value === 'string' ? toNfc(value) : value);

/** A stored value as another type reads it: from its text, and of several options from the only one. */
export function convertValue(value: FieldValue, to: Readable): ReadValue {
  if (typeof value === 'object') {
    if (to.type === 'multi_selection') return readOptions(value, to);
    const [only, ...more] = value;
    if (only === undefined || more.length > 0)
      return refused('value.several', 'Several options cannot become one value.');
    return convertValue(only, to);
  }
  return fieldKinds[to.type].readText(String(value).trim(), to);
}

/** As the API shows it. */
export const showValue = (type: CustomFieldType, value: FieldValue | null): unknown =>
  value === null ? null : fieldKinds[type].show(value);
