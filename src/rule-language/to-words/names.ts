/** The names in a sentence: labels, told apart where two are alike, and literal texts in quotes. */

import type { Field, Labels, Option, RecordType } from '../field.js';
import { bracketed, withoutMarks } from './brackets.js';
import type { Language } from './language.js';

interface Labelled {
  readonly label: string;
  readonly labels?: Labels;
}
interface Named extends Labelled {
  readonly name: string;
}

/** The label of one of the record's fields, paths or collections, with its name where another is labelled alike. */
export function labelIn(record: RecordType, named: Named, language: Language): string {
  const label = labelText(named, language);
  const alike = ({ fields, paths, collections }: RecordType): number =>
    [fields, paths, collections].reduce((count, names) => count + countOf(names, label, language), 0);
  return alike(record) > 1 ? `${label} ${bracketed(named.name)}` : label;
}

/** Its label in the language, or else as it is declared; as it stands within the sentence. */
export const labelText = (labelled: Labelled, language: Language): string =>
  language.label(withoutMarks(translated(labelled, language)));

const translated = ({ label, labels }: Labelled, { code }: Language): string =>
  (code === 'en' ? label : labels?.[code]) ?? label;

/** All records of a kind, such as `contacts`. */
export function pluralOf(record: RecordType, language: Language): string {
  const declared = record.plurals?.[language.code];
  return declared === undefined
    ? language.plural(withoutMarks(translated(record, language)))
    : language.label(withoutMarks(declared));
}

function countOf(names: ReadonlyMap<string, Named>, label: string, language: Language): number {
  let count = 0;
  for (const named of names.values()) if (labelText(named, language) === label) count += 1;
  return count;
}

// What cannot be seen, or turns the reading direction around.
const unseen = /[^\S ]|[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;
// What could end the text early.
const ending = /["“”„«»\\]/;

/** A text as it is, in quotes; one that quotes would not hold is written as in JSON. */
export function quoted(text: string, { quotes: [open, close] }: Language): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return escaped === text && !ending.test(text) ? `${open}${text}${close}` : `"${escaped}"`;
}

/** A value by its option's label; any other value in quotes. */
export function optionOrText(value: string, field: Field | undefined, language: Language): string {
  const options = field?.options ?? [];
  const option = options.find((candidate) => candidate.value === value);
  if (option === undefined) return quoted(value, language);
  const of = (one: Option): string => translated(one, language);
  const clear = isPlain(of(option), language.reserved);
  const label = clear ? of(option) : quoted(of(option), language);
  const unique = options.filter((candidate) => of(candidate) === of(option)).length === 1;
  // A quoted label could also be a value typed in, where values beyond the options are allowed.
  const certain = unique && (clear || of(option) === value || isClosed(field));
  return certain ? label : `${label} ${bracketed(quoted(value, language))}`;
}

const isClosed = (field: Field | undefined): boolean => field?.type === 'select' && field.open !== true;

const plain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.&/+-]*$/u;
const isPlain = (label: string, reserved: ReadonlySet<string>): boolean =>
  plain.test(label) && !label.split(' ').some((word) => reserved.has(word.toLowerCase()));
