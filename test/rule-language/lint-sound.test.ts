/** What lint calls sure is so: random rules, drawn toward contradictions, decided by the oracle over the hostile world. */

import { expect, test } from '@jest/globals';
import type { Checked } from '../../src/rule-language/checked.js';
import { Prover } from '../../src/rule-language/lint/proof.js';
import { verdictOf } from '../../src/rule-language/lint/verdicts.js';
import { lint } from '../../src/rule-language/lint.js';
import { parseRule } from '../../src/rule-language/parse.js';
import type { Group, Rule } from '../../src/rule-language/rule.js';
import { clocks, hostileVocabulary, hostileWorld } from './hostile-world/hostile-world.js';
import { oddRule } from './lint-odd-rule.js';
import { type Clock, matching } from './oracle/matching.js';
import { randomFrom } from './random.js';
import { randomRule } from './random-rule.js';

const vocabulary = hostileVocabulary();
const world = hostileWorld(5, { contacts: 90 });
const subject = 'contact';

function read(rule: unknown): { checked: Checked; rule: Rule } | undefined {
  const segment = (id: unknown) => ({ id: JSON.stringify(id), name: 'VIP', subject });
  const parsed = parseRule(rule, { vocabulary, subject, segment });
  return parsed.ok ? parsed : undefined;
}

const groupsOutside = (node: Checked): Checked[] =>
  node.kind === 'group' ? [node, ...node.rules.flatMap(groupsOutside)] : [node];

/** The node at a path of groups: `rules[1].rules[0]`. */
function nodeAt(rule: Rule, path: string): Rule {
  const indexes = [...path.matchAll(/rules\[(\d+)\]/g)].map(([, index]) => Number(index));
  return indexes.reduce<Rule>((node, index) => (node as Group).rules[index] as Rule, rule);
}

const everyone = (clock: Clock): Set<string> =>
  matching({ everyone: true }, subject, vocabulary, world, clock);
const who = (rule: Rule, clock: Clock): string[] =>
  [...matching(rule, subject, vocabulary, world, clock)].sort();

const oddRules = Array.from({ length: 4_000 }, (_, index) => {
  const random = randomFrom(71, index);
  const clock = clocks[index % clocks.length] as Clock;
  const draw = () => randomRule(random, subject, vocabulary, { world, clock, depth: 1, conditions: 1 });
  return { clock, odd: read(oddRule(random, draw)) };
});

test('whatever is said to match nobody, or everybody, does', () => {
  const claims = { never: 0, always: 0 };
  let rules = 0;
  for (const { clock, odd } of oddRules) {
    if (!odd) continue;
    rules += 1;
    for (const node of groupsOutside(odd.checked)) {
      const verdict = verdictOf(node, new Prover());
      if (!verdict || node.kind === 'everyone') continue;
      claims[verdict] += 1;
      const all = verdict === 'always' ? [...everyone(clock)].sort() : [];
      const document = nodeAt(odd.rule, node.at);
      expect([verdict, document, who(document, clock)]).toEqual([verdict, document, all]);
    }
  }
  expect(rules).toBeGreaterThan(2_000);
  expect(claims.never).toBeGreaterThan(300);
  expect(claims.always).toBeGreaterThan(300);
});

test('whatever is said to change nothing can be left out', () => {
  let left = 0;
  for (const { clock, odd } of oddRules) {
    if (!odd) continue;
    for (const { code, path } of lint(odd.checked)) {
      if (code !== 'lint.subsumed' || path.includes('where') || path.includes('satisfying')) continue;
      const end = path.lastIndexOf('rules[');
      const group = nodeAt(odd.rule, path.slice(0, end)) as Group;
      // To leave one out of some lowers how many there are to meet.
      if (typeof group.match === 'object') continue;
      const without = group.rules.filter((_, index) => index !== Number(path.slice(end + 6, -1)));
      expect([path, odd.rule, who({ ...group, rules: without }, clock)]).toEqual([
        path,
        odd.rule,
        who(group, clock),
      ]);
      left += 1;
    }
  }
  expect(left).toBeGreaterThan(100);
});
