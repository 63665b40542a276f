/** Random rules over the hostile world: valid, repeatable, telling, and each the exact complement of its negation. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { measures } from '../../src/rule-language/measures.js';
import type { Operator } from '../../src/rule-language/operators.js';
import { positiveOperators, resolveOperator } from '../../src/rule-language/operators.js';
import type { Rule, Value } from '../../src/rule-language/rule.js';
import { readCorpus } from './corpus.js';
import { clocks, hostileVocabulary, hostileWorld } from './hostile-world/hostile-world.js';
import type { Clock } from './oracle/matching.js';
import { matching } from './oracle/matching.js';
import { randomFrom } from './random.js';
import { randomRule, shrink } from './random-rule.js';

/** Few people suffice to hold a rule against its negation. */
const world = hostileWorld(1, { contacts: 160 });
const vocabulary = hostileVocabulary();

interface Case {
  readonly rule: Rule;
  readonly subject: string;
  readonly clock: Clock;
}

function caseOf(index: number): Case {
  const subject = index % 8 === 7 ? 'guest' : 'contact';
  const clock = clocks[index % clocks.length];
  if (clock === undefined) throw new Error('No clock');
  return { rule: randomRule(randomFrom(20, index), subject, vocabulary, { world, clock }), subject, clock };
}
const who = ({ subject, clock }: Case, rule: Rule) => matching(rule, subject, vocabulary, world, clock);

/** Everything a rule asks, wherever it stands. */
function* nodesOf(
  node: unknown,
  isInside = false,
): Generator<{ node: Record<string, unknown>; isInside: boolean }> {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) yield* nodesOf(item, isInside);
    return;
  }
  const record = node as Record<string, unknown>;
  if (record.disabled === true) return;
  yield { node: record, isInside };
  for (const [name, child] of Object.entries(record)) {
    yield* nodesOf(child, isInside || name === 'where' || name === 'satisfying');
  }
}

describe('Random rules', () => {
  const cases: Case[] = [];
  beforeAll(() => {
    for (let index = 0; index < 2000; index += 1) cases.push(caseOf(index));
  });

  it('are the same for the same seed and index', () => {
    expect(caseOf(17).rule).toEqual(caseOf(17).rule);
    expect(caseOf(17).rule).not.toEqual(caseOf(18).rule);
  });

  it('ask for every operator and every measure', () => {
    const asked = cases.flatMap(({ rule }) => [...nodesOf(rule)].map(({ node }) => node));
    const operators = asked.flatMap(({ operator }) =>
      typeof operator === 'string' ? [resolveOperator(operator as Operator).operator] : [],
    );
    expect(new Set(operators)).toEqual(new Set(Object.keys(positiveOperators)));
    expect(new Set(asked.flatMap(({ measure }) => measure ?? []))).toEqual(new Set(measures));
  });

  it('keep ranks and segments out of where', () => {
    const inside = cases.flatMap(({ rule }) => [...nodesOf(rule)].filter(({ isInside }) => isInside));
    expect(
      inside.filter(({ node }) => 'segment' in node || /^in_(top|bottom)/.test(String(node.operator))),
    ).toEqual([]);
  });

  it('hold only texts that a rule may hold', () => {
    const texts = cases.flatMap(({ rule }) => [...textsOf(rule)]);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => text !== text.normalize('NFC') || [...text].length > 1000)).toEqual([]);
    expect(texts.filter((text) => /^\p{White_Space}*$/u.test(text) || /\p{Surrogate}/u.test(text))).toEqual(
      [],
    );
  });

  it('are complements of their negations, over everyone', () => {
    const broken: Case[] = [];
    let telling = 0;
    for (const one of cases) {
      const everyone = who(one, { everyone: true });
      const matched = who(one, one.rule);
      const others = who(one, { match: 'none', rules: [one.rule] });
      const isDisjoint = ![...matched].some((key) => others.has(key));
      if (!isDisjoint || matched.size + others.size !== everyone.size) broken.push(one);
      if (matched.size > 0 && others.size > 0) telling += 1;
    }
    expect(broken).toEqual([]);
    // A rule that everyone or no one matches shows little.
    expect(telling / cases.length).toBeGreaterThan(0.7);
  }, 120_000);
});

function* textsOf(node: Rule | Value | undefined): Generator<string> {
  for (const {
    node: { value },
  } of nodesOf(node)) {
    for (const item of Array.isArray(value) ? value : [value]) if (typeof item === 'string') yield item;
  }
}

describe('Shrinking', () => {
  it('leaves the part of a rule that fails', async () => {
    const culprit: Rule = { field: 'city', operator: 'equals', value: 'Berlin' };
    const other: Rule = { field: 'vip', operator: 'not_equals', value: true };
    const where = { match: 'any', rules: [{ field: 'note', operator: 'contains', value: 'a' }] } as const;
    const rule: Rule = {
      match: { at_least: 2 },
      rules: [
        other,
        { match: 'none', rules: [{ ...culprit, id: 'n1' }, other], label: 'a label' },
        { related: 'orders', measure: 'count', where, operator: 'equals', value: 1 },
      ],
    };
    const fails = (candidate: Rule) => JSON.stringify(candidate).includes('"city"');
    expect(await shrink(rule, async (candidate) => fails(candidate))).toEqual(culprit);
  });

  it('keeps a measure whole', async () => {
    const satisfying = {
      match: 'all',
      rules: [{ everyone: true }, { field: 'vip', operator: 'is_empty' }],
    } as const;
    const rule: Rule = {
      related: 'colleagues',
      measure: 'share',
      satisfying,
      operator: 'not_in_list',
      value: [1, 2, 3],
    };
    const smallest = await shrink(rule, (candidate) => 'related' in candidate);
    expect(smallest).toEqual({
      related: 'colleagues',
      measure: 'share',
      satisfying: { match: 'all', rules: [{ field: 'vip', operator: 'is_empty' }] },
      operator: 'in_list',
      value: [2, 3],
    });
  });

  it('asks only for rules the oracle understands', async () => {
    for (let index = 0; index < 60; index += 1) {
      const { rule, subject, clock } = caseOf(index);
      const size = matching(rule, subject, vocabulary, world, clock).size;
      const sameSize = (candidate: Rule) =>
        matching(candidate, subject, vocabulary, world, clock).size === size;
      const smallest = await shrink(rule, sameSize, 100);
      expect(JSON.stringify(smallest).length).toBeLessThanOrEqual(JSON.stringify(rule).length);
    }
  });
});

describe('The corpus', () => {
  it('is read from its files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    const clock = clocks[0];
    writeFileSync(
      join(folder, 'past.json'),
      JSON.stringify({ rule: { everyone: true }, subject: 'guest', clock }),
    );
    expect(readCorpus(folder)).toEqual([{ name: 'past', rule: { everyone: true }, subject: 'guest', clock }]);
    expect(readCorpus(join(folder, 'none'))).toEqual([]);
  });
});
