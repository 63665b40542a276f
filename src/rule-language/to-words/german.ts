/** German: how the parts of a rule make a sentence. The verb ends a relative clause, and is second in a main clause. */

import { bracketed } from './brackets.js';
import { duration } from './german-durations.js';
import { germanMeasures, held, holder, reference } from './german-nouns.js';
import { germanMemberships, germanPredicates, germanQuantities } from './german-operators.js';
import type { Clause, Holder, Language, Missing, Noun, Predicate, RecordsWords } from './language.js';

/** Relative clauses always follow a plural, whatever they are about: there is no other form. */
const inBothForms = (bare: string, related: string): Clause => ({ bare, one: related, many: related });
const spaced = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const missingWords: Readonly<Record<Missing, string>> = {
  it: 'oder fehlt',
  either: 'oder eines von beiden fehlt',
  any: 'oder eine der Angaben fehlt',
};

function clause(about: Noun | 'itself', { verb, rest }: Predicate, missing?: Missing): Clause {
  if (about === 'itself') return inBothForms(spaced(verb.one, rest), spaced('die', rest, verb.many));
  const isList = about.type === 'tags';
  const words = missing && (isList && missing === 'it' ? 'oder nichts' : missingWords[missing]);
  const suffix = words ? bracketed(words) : '';
  const noun = isList ? `als ${about.text}` : about.text;
  const which = about.own && !about.measure && !isList ? 'deren' : 'bei denen';
  return inBothForms(spaced(noun, verb.one, rest, suffix), spaced(which, noun, rest, verb.one, suffix));
}

const joined =
  (word: string) =>
  (rules: readonly Clause[]): Clause =>
    inBothForms(
      rules.map(({ bare }) => bare).join(` ${word} `),
      rules.map(({ many }) => many).join(` ${word} `),
    );

const listed = (rules: readonly Clause[]): string => bracketed(rules.map(({ bare }) => bare).join('; '));
const applying = (which: string, rules: readonly Clause[]): Clause =>
  inBothForms(`${which} ${listed(rules)}`, `für die ${which} ${listed(rules)}`);
const not = (rules: readonly Clause[]): Clause =>
  inBothForms(`es gilt nicht ${listed(rules)}`, `für die nicht gilt ${listed(rules)}`);

const groups: Language['groups'] = {
  all: joined('und'),
  any: joined('oder'),
  none: (rules) => (rules.length === 1 ? not(rules) : applying('keine dieser Bedingungen gilt', rules)),
  not_all: (rules) =>
    rules.length === 1 ? not(rules) : applying('nicht alle dieser Bedingungen gelten', rules),
  at_least: (rules, count) => applying(`mindestens ${count} dieser Bedingungen gelten`, rules),
};

/** The label is a plural: of one record, the number is spoken of instead. */
function counted(quantity: string, single: boolean, which: RecordsWords): Clause {
  if (single) {
    const number = germanMeasures.count({
      records: which,
      of: undefined,
      satisfying: undefined,
      tied: undefined,
    });
    return inBothForms(`${number} ist ${quantity}`, `bei denen ${number} ${quantity} ist`);
  }
  const text = `${quantity} ${held(which.holder, which.label)}`;
  const where = which.where ? bracketed(which.where.many) : '';
  const own = which.holder.from === 'this' && which.holder.path.length === 0;
  return own
    ? inBothForms(spaced('hat', text, where), spaced('die', text, 'haben', where))
    : inBothForms(spaced('es gibt', text, where), spaced('bei denen es', text, 'gibt', where));
}

function presence(owner: Holder, label: string, absent: boolean): Clause {
  const own = owner.from === 'this';
  const noun: Noun = { text: held(owner, label), own, type: 'text', measure: false };
  return clause(
    noun,
    absent ? germanPredicates.is_empty(null, about) : germanPredicates.is_not_empty(null, about),
  );
}
const about = { type: 'text', subjects: '' } as const;

const parts = { date: 'Datum', hour: 'Stunde', weekday: 'Wochentag' } as const;

export const german: Language = {
  code: 'de',
  locale: 'de-DE',
  quotes: ['„', '“'],
  reserved: new Set(
    'oder noch und einer eine nicht weder die der gleich fehlt bekannt nichts etwas ist'.split(' '),
  ),
  predicates: germanPredicates,
  memberships: germanMemberships,
  quantities: germanQuantities,
  measures: germanMeasures,
  groups,
  everyone: inBothForms('ohne Bedingung', 'für die keine Bedingung gilt'),
  label: (label) => label,
  plural: (label) => label,
  part: (part, of) => `${parts[part]} von ${of}`,
  yesOrNo: (value) => (value ? '„ja“' : '„nein“'),
  percent: (number) => `${number} %`,
  date: (day, month, year) => `${day}. ${month} ${year}`,
  moment: (date, time, offset) => `${date} um ${time.replace('.', ',')} Uhr${offset ? ` UTC${offset}` : ''}`,
  held,
  holder,
  reference: (words) => reference(words, words.shift ? duration(words.shift.duration) : ''),
  clause,
  presence,
  counted,
  everySubject: (subjects) => `alle ${subjects}`,
  subjectsMatching: (subjects, { many }) => `${subjects}, ${many}`,
  inZone: (text, zone) => `${text} – Zeitzone ${zone}`,
  sentence: (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`,
};
