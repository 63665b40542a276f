/** The four readers of one rule: set SQL, probe SQL, the predicate and the words. */

import type { Checked } from '../../../src/rule-language/checked.js';
import type { Subject } from '../../../src/rule-language/field.js';
import { toWords } from '../../../src/rule-language/to-words.js';
import { Readers } from '../readers.js';
import type { Scene } from './scene.js';
import { scenes } from './table.js';
import { load } from './tables.js';
import { vocabulary } from './vocabulary.js';
import { segments, worldOf } from './world.js';

const subject = vocabulary.subjects.get('guest') as Subject;
const segmentNames = new Map([
  [segments.loyal, 'Loyal'],
  [segments.atRisk, 'At risk'],
]);
const world = worldOf(scenes);

export const readers = new Readers({
  name: 'conformance',
  vocabulary,
  world: () => world,
  segment: (reference) => {
    const id = typeof reference === 'string' ? reference : segments.atRisk;
    const name = segmentNames.get(id);
    return name === undefined ? undefined : { id, name };
  },
  load: (pool) => load(pool, world),
});

export const checkedOf = (rule: unknown): Checked => readers.read({ rule, subject: 'guest' }).checked;

export const words = (rule: unknown, { clock }: Scene): string =>
  toWords(checkedOf(rule), { subject, zone: clock.zone, lists: 'whole' });

/** Whom the rule matches, as each reader has it; in the order of their names. */
export const whoMatches = (rule: unknown, { clock, guests }: Scene) =>
  readers.whoMatches({ rule, subject: 'guest', clock }, Object.keys(guests));
