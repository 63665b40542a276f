/** A checked rule as one plain sentence, exact about ends, missing values and the zone. */

import type { Checked, Operand } from './checked.js';
import type { RecordType, Subject } from './field.js';
import { setBrackets } from './to-words/brackets.js';
import { clauseOf, soleRule } from './to-words/clauses.js';
import { english } from './to-words/english.js';
import { german } from './to-words/german.js';
import type { Language } from './to-words/language.js';
import { pluralOf } from './to-words/names.js';
import { operandText } from './to-words/operands.js';
import type { Scope, Speaker } from './to-words/scope.js';
import { dependsOnZone } from './to-words/zone.js';

const languages = { en: english, de: german } satisfies Record<string, Language>;

/** The languages that rules are said in, by ISO 639-1 code. */
export type LanguageCode = keyof typeof languages;
export const languageCodes = Object.keys(languages) as readonly LanguageCode[];

export interface WordsContext {
  /** Whom the rule is about; the sentence starts with the plural of its record's label (`contacts`). */
  readonly subject: Subject;
  /** The tenant's IANA zone; named where the meaning depends on it. */
  readonly zone: string;
  /** English if absent; of what has no label in it, the declared label stands. */
  readonly language?: LanguageCode | undefined;
  /** `whole`: also long lists to the last value, where two rules must never read alike. Otherwise cut after five. */
  readonly lists?: 'whole';
}

/**
 * `Contacts whose city is “Berlin”.`, `Kontakte, deren Stadt „Berlin“ ist.` Labels stand in the sentence as they are declared. What users call single nodes
 * (`label`) does not: the sentence says what the rule means.
 */
export function toWords(checked: Checked, context: WordsContext): string {
  const speaker = speakerOf(context);
  const { language, subject, subjects } = speaker;
  const rule = soleRule(checked);
  const text =
    rule.kind === 'everyone'
      ? language.everySubject(subjects)
      : language.subjectsMatching(subjects, clauseOf(rule, { record: subject }, speaker));
  return setBrackets(language.sentence(zoned(text, rule, speaker)));
}

/** One node on its own: `city is “Berlin”`. `record` is what a node inside `where` speaks about. */
export function conditionInWords(
  node: Checked,
  context: WordsContext & { readonly record?: RecordType },
): string {
  const speaker = speakerOf(context);
  const scope: Scope = { record: context.record ?? speaker.subject };
  return setBrackets(zoned(clauseOf(node, scope, speaker).bare, node, speaker));
}

/** A value of the subject as a noun: `city`, `average total over all orders`. */
export function operandInWords(operand: Operand, context: WordsContext): string {
  const speaker = speakerOf(context);
  return setBrackets(operandText(operand, { record: speaker.subject }, speaker));
}

function speakerOf({ subject, zone, language = 'en', lists }: WordsContext): Speaker {
  const words = languages[language];
  const speaker: Speaker = {
    language: words,
    zone,
    subject: subject.record,
    subjects: pluralOf(subject.record, words),
    shortens: lists !== 'whole',
    group: (group, scope) => clauseOf(group, scope, speaker),
  };
  return speaker;
}

const zoned = (text: string, node: Checked, { language, zone }: Speaker): string =>
  dependsOnZone(node) ? language.inZone(text, zone) : text;
