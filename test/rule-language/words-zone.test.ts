/** The zone is named by every rule that it makes a difference to: random rules, answered in far apart zones. */

import { expect, test } from '@jest/globals';
import { parseRule } from '../../src/rule-language/parse.js';
import type { Rule } from '../../src/rule-language/rule.js';
import { languageCodes, toWords } from '../../src/rule-language/to-words.js';
import { clocks, hostileVocabulary, hostileWorld } from './hostile-world/hostile-world.js';
import { type Clock, matching } from './oracle/matching.js';
import { randomFrom } from './random.js';
import { randomRule } from './random-rule.js';

const vocabulary = hostileVocabulary();
const world = hostileWorld(3, { contacts: 120 });
const zone = 'Pacific/Kiritimati';
const farAway = 'Pacific/Pago_Pago';

function saidWithoutZone(rule: Rule, name: string): boolean {
  const segment = (id: unknown) => ({ id: JSON.stringify(id), name: 'VIP', subject: name });
  const parsed = parseRule(rule, { vocabulary, subject: name, segment });
  const subject = vocabulary.subjects.get(name);
  if (!parsed.ok || !subject) throw new Error(`Not a rule: ${JSON.stringify(rule)}`);
  const named = languageCodes.map((language) =>
    toWords(parsed.checked, { subject, zone, language }).endsWith(` ${zone}.`),
  );
  expect(new Set(named).size).toBe(1);
  return named[0] === false;
}

const answer = (rule: Rule, name: string, clock: Clock): string =>
  [...matching(rule, name, vocabulary, world, clock)].sort().join(' ');

test('a rule said without a zone means the same in every zone', () => {
  let said = 0;
  for (let index = 0; index < 2_000; index += 1) {
    const clock = clocks[index % clocks.length] as Clock;
    const name = index % 8 === 7 ? 'guest' : 'contact';
    const rule = randomRule(randomFrom(99, index), name, vocabulary, {
      world,
      clock,
      depth: 2,
      conditions: 2,
    });
    if (!saidWithoutZone(rule, name)) continue;
    said += 1;
    const [here, there] = [zone, farAway].map((in_) => answer(rule, name, { ...clock, zone: in_ }));
    expect([rule, there]).toEqual([rule, here]);
  }
  expect(said).toBeGreaterThan(500);
});
