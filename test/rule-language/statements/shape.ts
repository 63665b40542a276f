/** How the statements are written down that rules become: a promise, and the rules that show it. */

import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../../src/rule-language/checked.js';
import type { Subject } from '../../../src/rule-language/field.js';
import { parseRule } from '../../../src/rule-language/parse.js';
import type { Rule } from '../../../src/rule-language/rule.js';
import { audience, probe, type Target } from '../../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../../src/rule-language/to-sql/sql.js';
import { segments } from '../conformance/world.js';
import { softly, vocabulary } from './vocabulary.js';

/** A promise about the shape of statements. Its file is named after it. */
export interface Shape {
  readonly promise: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** What it answers, as a comment above it. */
  readonly title: string;
  readonly sql: () => Sql;
}

/** A Wednesday, at noon in Berlin. */
export const target: Target = {
  subject: vocabulary.subjects.get('guest') as Subject,
  vocabulary,
  tenant: 'shop',
  clock: {
    asOf: Temporal.Instant.from('2024-06-12T10:00:00Z'),
    zone: 'Europe/Berlin',
    weekStart: 'monday',
    leapDay: 'february_28',
  },
};
export const ids = ['Anna', 'Ben'];

const parsed = new Map<Rule, Checked>();
/** Parsed once, since only the statements are in question. */
export function checked(rule: Rule): Checked {
  const read = parsed.get(rule) ?? parse(rule);
  parsed.set(rule, read);
  return read;
}

function parse(rule: Rule, known = vocabulary): Checked {
  const read = parseRule(rule, {
    vocabulary: known,
    subject: 'guest',
    segment: () => ({ id: segments.loyal, name: 'Loyal', subject: 'guest' }),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.checked;
}

/** Over everyone. */
export const set = (promise: string, ...rules: Rule[]): Shape => ({
  promise,
  statements: rules.map(ofEveryone),
});

/** Of given guests. */
export const probes = (promise: string, ...rules: Rule[]): Shape => ({
  promise,
  statements: rules.map(ofGiven),
});

/** Over everyone and of given guests. */
export const both = (promise: string, ...rules: Rule[]): Shape => ({
  promise,
  statements: rules.flatMap((rule) => [ofEveryone(rule), ofGiven(rule)]),
});

/** At another time than usual. */
export const at = (asOf: string, promise: string, ...rules: Rule[]): Shape => {
  const then = { ...target, clock: { ...target.clock, asOf: Temporal.Instant.from(asOf) } };
  return {
    promise,
    statements: rules.map((rule) => ({
      title: `Over everyone, at ${asOf}: ${JSON.stringify(rule)}`,
      sql: () => audience(checked(rule), then),
    })),
  };
};

/** Where guests and orders are not removed when they are deleted, but marked. */
export const whereSoftlyDeleted = (promise: string, ...rules: Rule[]): Shape => ({
  promise,
  statements: rules.map((rule) => ({
    title: `Over everyone, deleted softly: ${JSON.stringify(rule)}`,
    sql: () =>
      audience(parse(rule, softly), {
        ...target,
        subject: softly.subjects.get('guest') as Subject,
        vocabulary: softly,
      }),
  })),
});

const ofEveryone = (rule: Rule): Statement => ({
  title: `Over everyone: ${JSON.stringify(rule)}`,
  sql: () => audience(checked(rule), target),
});

const ofGiven = (rule: Rule): Statement => ({
  title: `Of given guests: ${JSON.stringify(rule)}`,
  sql: () => probe(checked(rule), target, ids),
});
