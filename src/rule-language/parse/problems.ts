/** Everything that can be wrong with a rule: one stable code each, and a sentence that says what to do about it. */

import { clip } from './texts.js';

export interface Problem {
  /** Where: `rules[2].where.rules[0].value`; the root is the empty text. */
  readonly path: string;
  /** Stable and machine-readable, lower case with dots. */
  readonly code: ProblemCode;
  /** What is wrong and what to do, in a sentence for people. */
  readonly message: string;
}

const quoted = (text: string): string => `“${clip(text)}”`;
const listed = (names: readonly string[]): string =>
  names.slice(0, 40).map(quoted).join(', ') + (names.length > 40 ? ', …' : '');
const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${quoted(suggestion)}?`;

const messages = {
  // The text and its bounds
  'json.too-large': () => 'The text is larger than 1 MiB: make it smaller.',
  'json.too-nested': () => 'The text nests more than 64 objects and lists into each other: flatten it.',
  'json.syntax': (what: string, line: number, column: number) =>
    `The text is no JSON: ${what} at line ${line}, column ${column}.`,
  'json.duplicate-key': (key: string) => `The key ${quoted(key)} is given twice in one object: keep one.`,
  'json.inexact-number': (digits: string) =>
    `The number ${clip(digits)} has more digits than a JSON number can hold: write it as a text, "${clip(digits)}".`,
  'text.nul': () => 'A text contains the character U+0000, which no database text can hold: remove it.',
  'text.lone-surrogate': () => 'A text contains half of a surrogate pair, which is no character: remove it.',
  'text.too-long': () => 'A text has more than 1,000 characters: shorten it.',
  'list.too-long': () =>
    'A list has more than 10,000 entries: shorten it, or use a field that holds the same.',
  'rule.not-json': (what: string) => `A rule is made of JSON values only, and this is ${what}.`,
  'rule.too-large': () => 'The rule is larger than 1 MiB: make it smaller.',
  'rule.too-nested': () => 'The rule nests more than 64 objects and lists into each other: flatten it.',
  'rule.too-deep': () => 'Groups are nested more than 8 deep (“where” and “satisfying” count): flatten them.',
  'rule.too-many-conditions': () => 'The rule has more than 200 conditions: split it into segments.',
  // The rule and its nodes
  'rule.unknown-subject': (name: string) =>
    `There is no kind of record ${quoted(name)} that rules are about.`,
  'rule.foreign-entity': (subject: string) =>
    `This rule is about ${quoted(subject)}: “entity” must name it, or be left out.`,
  'rule.disabled': () => 'The whole rule is disabled, so it would mean nothing: enable it.',
  'rule.not-object': () => 'A rule is an object: a group or a condition.',
  'rule.unknown-kind': (suggestion: string | undefined) =>
    `A rule has one of the keys “rules” (a group), “field”, “related”, “segment” or “everyone”.${meant(suggestion)}`,
  'rule.several-kinds': (keys: readonly string[]) =>
    `${listed(keys)} belong to different kinds of rule: keep one.`,
  'rule.unknown-key': (key: string, suggestion: string | undefined) =>
    `The key ${quoted(key)} means nothing here: remove it.${meant(suggestion)}`,
  'rule.id-not-text': () => 'An “id” is a text that is not blank.',
  'rule.duplicate-id': (id: string) =>
    `The id ${quoted(id)} is used twice in this rule: give each node its own.`,
  'rule.label-not-text': () => 'A “label” is a text.',
  'rule.disabled-not-boolean': () => '“disabled” is true or false.',
  'rule.everyone-not-true': () => '“everyone” can only be true.',
  'group.match-missing': () =>
    'Say how the rules combine: “match” is “all”, “any”, “none”, “not_all” or { "at_least": 2 }.',
  'group.match-unknown': (suggestion: string | undefined) =>
    `“match” is “all”, “any”, “none”, “not_all” or { "at_least": 2 }.${meant(suggestion)}`,
  'group.match-twice': () => '“match” and “match_type” say the same: keep “match”.',
  'group.at-least': (enabled: number) =>
    `“at_least” is a whole number from 1 to the number of enabled rules in the group (${enabled}).`,
  'group.rules-missing': () => 'A group has “rules”: a list of groups and conditions.',
  'group.rules-not-list': () => '“rules” is a list of groups and conditions.',
  'group.empty': () => 'The group is empty: add a condition, or remove the group.',
  'group.nothing-enabled': () => 'All rules of the group are disabled, so it would mean nothing: enable one.',
  'group.join-unknown': () => '“logical_operator” is “AND” or “OR”.',
  'group.join-missing': () =>
    'Every rule after the first says by “logical_operator” how it joins the one before.',
  'group.join-and-match': () =>
    'The group says “match”, so its rules have no “logical_operator”: keep one of them.',
  'where.not-group': () => 'This is a group: { "match": "all", "rules": […] }.',
  'where.disabled': () => 'This group cannot be disabled as a whole: remove it, or disable rules within.',
  // Names
  'field.not-text': () => '“field” is the name of a field, a text.',
  'field.unknown': (name: string, record: string, suggestion: string | undefined) =>
    `There is no field ${quoted(name)} on ${quoted(record)}.${meant(suggestion)}`,
  'field.archived': (name: string) =>
    `${quoted(name)} is archived: restore the field, or remove the condition.`,
  'field.is-collection': (name: string) =>
    `${quoted(name)} are many records, not a field: ask with “related” and “measure”.`,
  'field.too-far': (name: string) =>
    `${quoted(name)} leads over more than 8 records: ask a record that is nearer.`,
  'field.is-path': (name: string) =>
    `${quoted(name)} leads to a record and has no value itself: name one of its fields, such as “${clip(name)}.name”.`,
  'field.unusable': (name: string, why: string) => `${quoted(name)} cannot be used here. ${why}`,
  'related.not-text': () => '“related” is the name of a collection of records, a text.',
  'related.unknown': (name: string, record: string, suggestion: string | undefined) =>
    `There are no related records ${quoted(name)} on ${quoted(record)}.${meant(suggestion)}`,
  'related.no-subject': () => 'There is no subject to speak of here: name a collection of the record itself.',
  'related.unusable': (name: string, why: string) => `${quoted(name)} cannot be used here. ${why}`,
  // Measures
  'measure.missing': (names: readonly string[]) =>
    `Say what is measured: “measure” is one of ${listed(names)}.`,
  'measure.unknown': (names: readonly string[], suggestion: string | undefined) =>
    `“measure” is one of ${listed(names)}.${meant(suggestion)}`,
  'measure.of-missing': (measure: string) =>
    `The measure “${measure}” needs “of”: the field it is read from.`,
  'measure.of-unexpected': (measure: string) => `The measure “${measure}” is not “of” a field: remove it.`,
  'measure.of-type': (measure: string, types: readonly string[]) =>
    `The measure “${measure}” takes a field of type ${listed(types)} as “of”.`,
  'measure.of-tied': () =>
    'What occurs most frequently may be several values at once, so nothing can be measured of it: choose another field.',
  'measure.satisfying-missing': () =>
    'A share needs “satisfying”: the group that the counted part of the records meets.',
  'measure.satisfying-unexpected': (measure: string) =>
    `Only a share has “satisfying”, and this measures “${measure}”: use “where”, or the measure “share”.`,
  'measure.no-time': (measure: string, name: string) =>
    `${quoted(name)} declare no time, so there is no “${measure}” among them.`,
  // Operators
  'operator.missing': (offered: readonly string[]) => `An operator is missing: one of ${listed(offered)}.`,
  'operator.not-text': () => '“operator” is the name of an operator, a text.',
  'operator.unknown': (name: string, suggestion: string | undefined) =>
    `There is no operator ${quoted(name)}.${meant(suggestion)}`,
  'operator.not-for-type': (
    name: string,
    type: string,
    offered: readonly string[],
    suggestion: string | undefined,
  ) => `${quoted(name)} does not apply to ${type}: use one of ${listed(offered)}.${meant(suggestion)}`,
  'operator.not-for-path': (name: string) =>
    `${quoted(name)} leads to a record: ask “is_empty” or “is_not_empty” of it, or name one of its fields.`,
  'rank.inside-where': (name: string) =>
    `${quoted(name)} ranks all subjects against each other and cannot stand inside “where”: move it out.`,
  'rank.tied': (name: string) =>
    `${quoted(name)} needs an order, and what occurs most frequently may be several values at once: use another measure.`,
  // Values
  'value.missing': (what: string) => `A value is missing: ${what}.`,
  'value.unexpected': (operator: string) => `The operator “${operator}” takes no value: remove it.`,
  'value.unknown-key': (key: string, known: readonly string[]) =>
    `The key ${quoted(key)} means nothing here; known are ${listed(known)}.`,
  'value.not-text': () => 'The value is a text.',
  'value.blank': () => 'The value is blank: write a text, or ask “is_empty”.',
  'value.not-number': () => 'The value is a number, or a text of digits such as "1250.50".',
  'value.beyond-integers': () =>
    'JSON numbers are exact up to 2^53 only: write the value as a text of digits.',
  'value.not-boolean': () => 'The value is true or false.',
  'value.unknown-option': (option: string, known: readonly string[]) =>
    `${quoted(option)} is none of the options: ${known.length > 0 ? listed(known) : 'there are none'}.`,
  'value.not-date': (form: string) => `The value is ${form}.`,
  'value.no-such-day': (day: string) => `There is no ${quoted(day)} in the calendar.`,
  'value.no-such-time': (time: string) =>
    `${quoted(time)} has no valid time of day and offset (leap seconds are not known).`,
  'value.no-offset': () => 'A datetime says its offset from UTC: 2024-05-31T18:00:00+02:00, or Z for UTC.',
  'value.too-fine': () => 'A datetime has at most 6 decimals of a second.',
  'value.year': () => 'Years run from 0001 to 9999.',
  'value.datetime-on-date': () => 'This compares dates: write a date, such as 2024-05-31.',
  'value.on-takes-dates': () =>
    '“on” compares dates: write a date, such as 2024-05-31, or ask “equals” for the same instant.',
  'value.mixed-forms': () => 'Both ends are dates, or both are datetimes.',
  'value.reversed': () => 'The first value is beyond the second: swap them.',
  'value.not-list': () => 'The value is a list of values.',
  'value.empty-list': () => 'The list is empty: add a value.',
  'value.not-pair': (what: string) => `The value is a list of two: ${what}.`,
  'value.not-literal': () => 'Only a literal value can stand here.',
  'value.not-period': (names: readonly string[]) => `The value is one of ${listed(names)}.`,
  'value.not-month': () => 'The value is a month from 1 to 12, “this_month” or “next_month”.',
  'value.not-weekday': (names: readonly string[]) => `The value is one of ${listed(names)}.`,
  'value.not-hour': () => 'An hour is a whole number from 0 to 24, or a text such as "11:30".',
  'value.same-hours': () => 'Both hours are the same: no time lies between them.',
  'value.not-radius': () => 'The value is { "latitude": 52.52, "longitude": 13.405, "kilometres": 50 }.',
  'value.out-of-range': (what: string, range: string) => `“${what}” is a number ${range}.`,
  'value.not-percent': () => 'The value is a percentage above 0 and up to 100.',
  'value.not-positions': () => 'The value is a whole number of at least 1.',
  'duration.not-duration': () =>
    'A duration is an object with one unit and a whole number, such as { "days": 30 }.',
  'duration.unknown-unit': (unit: string, units: readonly string[]) =>
    `${quoted(unit)} is no unit: use one of ${listed(units)}.`,
  'duration.count': (least: number) => `A duration is a whole number of at least ${least}.`,
  'duration.sub-day': (units: readonly string[]) =>
    `Whole days are compared here: use one of ${listed(units)}.`,
  'duration.mixed-kinds': () =>
    'Both durations count calendar days (days or longer), or both roll (seconds to hours).',
  // References
  'reference.from': () =>
    '“from” is “subject” or “parent”; left out, it is the record that the condition tests.',
  'reference.no-parent': () =>
    'There is no parent record here: “parent” speaks of the record that owns the collection.',
  'reference.no-subject': () => 'There is no subject to speak of here.',
  'reference.type': (wanted: string, given: string) => `A ${wanted} is needed here, and this is a ${given}.`,
  'reference.tied': () =>
    'What occurs most frequently may be several values at once, so nothing can be compared with it: turn the condition round.',
  'reference.plus-and-minus': () => '“plus” and “minus” exclude each other: keep one.',
  'reference.shift': () => 'Only dates are moved by “plus” and “minus”.',
  'reference.times': () => 'Only numbers are multiplied by “times”.',
  'reference.measure': () => 'A measure can stand in the place of a number only: name a metric instead.',
  // Segments
  'segment.not-reference': () => '“segment” is the id of a segment, or { "template": "…" }.',
  'segment.unknown': (name: string) =>
    `There is no segment ${quoted(name)}: choose another, or remove the condition.`,
  'segment.not-made': (template: string) =>
    `No segment has been made of the template ${quoted(template)} yet, so nobody is known to be in it: make one of it, or save the rule, which makes it along.`,
  'segment.other-subject': (name: string, subject: string) =>
    `The segment ${quoted(name)} is about ${quoted(subject)}: a rule can only use segments of its own kind of record.`,
  'segment.inside-where': () =>
    'Membership is the subject’s, not a related record’s: move the condition out of “where”.',
} as const satisfies Record<string, (...details: never[]) => string>;

export type ProblemCode = keyof typeof messages;
export type Details<C extends ProblemCode> = Parameters<(typeof messages)[C]>;

/** How many problems are told at once: all of them, but for documents that are nothing but faults. */
export const mostProblems = 1_000;

/** Every code there is, for documentation and tests. */
export const problemCodes = Object.keys(messages) as readonly ProblemCode[];

export function problem<C extends ProblemCode>(path: string, code: C, ...details: Details<C>): Problem {
  const message = messages[code] as (...values: Details<C>) => string;
  return { path, code, message: message(...details) };
}
