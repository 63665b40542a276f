/** The four readers of one rule: set SQL, probe SQL, the predicate and the words. */

import type { Pool } from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../../src/rule-language/checked.js';
import type { Subject } from '../../../src/rule-language/field.js';
import { parseRule } from '../../../src/rule-language/parse.js';
import type { Rule } from '../../../src/rule-language/rule.js';
import { audience, probe, type Target } from '../../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../../src/rule-language/to-sql/sql.js';
import { toWords } from '../../../src/rule-language/to-words.js';
import { matching, type World } from '../oracle/matching.js';
import type { Scene } from './scene.js';
import { vocabulary } from './vocabulary.js';
import { segments } from './world.js';

const subject = vocabulary.subjects.get('guest') as Subject;
const segmentNames = new Map([
  [segments.loyal, 'Loyal'],
  [segments.atRisk, 'At risk'],
]);

export function read(rule: unknown): { rule: Rule; checked: Checked } {
  const parsed = parseRule(rule, {
    vocabulary,
    subject: 'guest',
    segment: (reference) => {
      const id = typeof reference === 'string' ? reference : segments.atRisk;
      const name = segmentNames.get(id);
      return name === undefined ? undefined : { id, name, subject: 'guest' };
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
}

export const words = (rule: unknown, { clock }: Scene): string =>
  toWords(read(rule).checked, { subject, zone: clock.zone, lists: 'whole' });

/** Whom the rule matches, as each reader has it; in the order of their names. */
export async function whoMatches(document: unknown, { clock, guests }: Scene, pool: Pool, world: World) {
  const { rule, checked } = read(document);
  const { asOf, tenant, ...rest } = clock;
  const target: Target = {
    subject,
    vocabulary,
    tenant,
    clock: { ...rest, asOf: Temporal.Instant.from(asOf) },
  };
  const ids = async ({ text, values }: Sql): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>({ text, values });
    return rows.map(({ id }) => id).sort();
  };
  return {
    set: await ids(audience(checked, target)),
    probe: await ids(probe(checked, target, Object.keys(guests))),
    predicate: [...matching(rule, 'guest', vocabulary, world, clock)].sort(),
  };
}
