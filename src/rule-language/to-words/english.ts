/** English: how the parts of a rule make a sentence. */

import { bracketed } from './brackets.js';
import {
  englishMeasures,
  held,
  holder,
  isPlural,
  plural,
  records,
  reference,
  uncapitalised,
} from './english-nouns.js';
import { duration, englishMemberships, englishPredicates, englishQuantities } from './english-operators.js';
import type { Clause, Form, Holder, Language, Missing, Noun, Predicate } from './language.js';

const missingWords: Readonly<Record<Missing, readonly [one: string, many: string]>> = {
  it: ['or is missing', 'or are missing'],
  either: ['or either is missing', 'or either is missing'],
  any: ['or any of them is missing', 'or any of them is missing'],
};

type Subject = Pick<Noun, 'text' | 'own'>;

function clause(about: Subject | 'itself', { verb, rest }: Predicate, missing?: Missing): Clause {
  if (about === 'itself') {
    return {
      bare: `${verb.one} ${rest}`,
      one: `that ${verb.one} ${rest}`,
      many: `that ${verb.many} ${rest}`,
    };
  }
  const plural = isPlural(about.text);
  const suffix = missing ? ` ${bracketed(missingWords[missing][plural ? 1 : 0])}` : '';
  const said = `${about.text} ${plural ? verb.many : verb.one} ${rest}${suffix}`;
  const related = `${about.own ? 'whose' : 'for which'} ${said}`;
  return { bare: said, one: related, many: related };
}

const inEveryForm = (say: (form: Form) => string): Clause => ({
  bare: say('bare'),
  one: say('one'),
  many: say('many'),
});

const joined =
  (word: string) =>
  (rules: readonly Clause[]): Clause =>
    inEveryForm((form) => rules.map((rule) => rule[form]).join(`, ${word} `));

const listed = (rules: readonly Clause[]): string => bracketed(rules.map(({ bare }) => bare).join('; '));
const matching = (bare: string, related = `matching ${bare}`): Clause => ({
  bare,
  one: related,
  many: related,
});
const not = (rules: readonly Clause[]): Clause =>
  matching(`not ${listed(rules)}`, `not matching ${listed(rules)}`);

const groups: Language['groups'] = {
  all: joined('and'),
  any: joined('or'),
  none: (rules) => (rules.length === 1 ? not(rules) : matching(`none of ${listed(rules)}`)),
  not_all: (rules) =>
    rules.length === 1
      ? not(rules)
      : matching(`not all of ${listed(rules)}`, `not matching all of ${listed(rules)}`),
  at_least: (rules, count) => matching(`at least ${count} of ${listed(rules)}`),
};

const counted: Language['counted'] = (quantity, single, which) => {
  const text = `${quantity} ${records(which, single ? 'one' : 'some')}`;
  if (which.holder.from === 'this' && which.holder.path.length === 0) {
    return clause('itself', { verb: { one: 'has', many: 'have' }, rest: text });
  }
  const bare = `there ${single ? 'is' : 'are'} ${text}`;
  return { bare, one: `for which ${bare}`, many: `for which ${bare}` };
};

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

function presence(owner: Holder, label: string, absent: boolean): Clause {
  const predicate = {
    verb: { one: 'has', many: 'have' },
    rest: `${absent ? 'no' : article(label)} ${label}`,
  };
  const own = owner.from === 'this';
  if (own && owner.path.length === 0) return clause('itself', predicate);
  const missing = absent && owner.path.length > 0 ? 'it' : undefined;
  return clause({ text: holder(owner), own }, predicate, missing);
}

export const english: Language = {
  code: 'en',
  // British, for dates that put the day first and lists without a comma before the last.
  locale: 'en-GB',
  quotes: ['“', '”'],
  reserved: new Set(['or', 'nor', 'and', 'one', 'not', 'neither', 'the', 'same', 'missing', 'known']),
  predicates: englishPredicates,
  memberships: englishMemberships,
  quantities: englishQuantities,
  measures: englishMeasures,
  groups,
  everyone: { bare: 'without any condition', one: 'without any condition', many: 'without any condition' },
  label: uncapitalised,
  plural,
  part: (part, of) => `${part} of ${of}`,
  yesOrNo: (value) => (value ? 'yes' : 'no'),
  percent: (number) => `${number}%`,
  date: (day, month, year) => `${day} ${month} ${year}`,
  moment: (date, time, offset) => `${date} at ${time}${offset ? ` UTC${offset}` : ''}`,
  held,
  holder,
  reference: (words) => reference(words, words.shift ? duration(words.shift.duration) : ''),
  clause,
  presence,
  counted,
  everySubject: (subjects) => `all ${subjects}`,
  subjectsMatching: (subjects, { many }) => `${subjects} ${many}`,
  inZone: (text, zone) => `${text} – time zone ${zone}`,
  sentence: (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`,
};
