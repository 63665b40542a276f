/** The ready-made segments: each takes in who is just in and leaves out who is just out, and is there in two languages. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languageCodes } from '../../../../src/rule-language/to-words.js';
import { shippedTemplates } from '../../../../src/segments/templates/shipped/templates.js';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { emptyCrm } from '../../crm/crm-database.js';
import { boundaries } from './boundaries.js';
import { asOf, Planted } from './planted.js';

let app: TestApplication;
let planted: Planted;
beforeAll(async () => {
  app = await openApplication({ template: emptyCrm });
  await app.query(`insert into crm.tenants (name, kind) values ('Planted', 'restaurant')`);
  planted = new Planted(app);
});
afterAll(() => app.close());

const instantiate = async (body: object) =>
  (await app.api.post('/api/segments/from-template').send(body)).body;

async function matched(subject: string, rules: unknown): Promise<string[]> {
  const { body } = await app.api
    .post('/api/segments/preview')
    .send({ subject, rules, as_of: asOf, limit: 100 })
    .expect(200);
  return body.sample.map(({ external_id }: { external_id: string }) => external_id).sort();
}

/** The numbers that a rule says itself, but for the 0 and 1 that a count is compared with. */
function numbersIn(part: unknown): unknown[] {
  if (typeof part === 'number' || (typeof part === 'string' && /^[\d.]+$/.test(part))) return [part];
  if (Array.isArray(part)) return part.flatMap(numbersIn);
  if (typeof part !== 'object' || part === null) return [];
  const isCount = 'measure' in part && part.measure === 'count';
  return Object.entries(part).flatMap(([key, value]) =>
    isCount && key === 'value' && (value === 0 || value === 1) ? [] : numbersIn(value),
  );
}

describe('the shipped templates', () => {
  it.each(shippedTemplates.map(({ id }) => id))('%s: just in, just out', async (id) => {
    const boundary = boundaries[id];
    const template = shippedTemplates.find((one) => one.id === id);
    if (!boundary || !template) throw new Error(`Nobody is planted for ${id}`);
    const segment = await instantiate({ template: id });
    const [atRisk, vip] = [
      await instantiate({ template: 'at_risk' }),
      await instantiate({ template: 'vip' }),
    ];
    await planted.clear();
    for (const [name, person] of Object.entries({ ...boundary.in, ...boundary.out }))
      if (template.subject === 'company') await planted.company(name, person.company ?? {});
      else await planted.plant(name, person, (of) => (of === 'vip' ? vip.id : atRisk.id));
    expect(await matched(template.subject, segment.rules)).toEqual(Object.keys(boundary.in).sort());
  });

  it('are all tried, and everything is said in every language', () => {
    expect(Object.keys(boundaries).toSorted()).toEqual(shippedTemplates.map(({ id }) => id).toSorted());
    for (const { id, name, purpose, parameters } of shippedTemplates)
      for (const language of languageCodes) {
        const said = [name, purpose, ...Object.values(parameters).map(({ label }) => label)];
        expect([id, said.map((words) => words[language].trim()).filter((words) => words === '')]).toEqual([
          id,
          [],
        ]);
      }
  });

  it('have a parameter for every number; that there is some record, or none, is not one', () => {
    const fixed = shippedTemplates.flatMap(({ id, rule }) => numbersIn(rule).map((number) => [id, number]));
    expect(fixed).toEqual([]);
  });

  it('put everybody who has ordered in exactly one of the five by recency, frequency and money', async () => {
    await planted.clear();
    const people = ['champions', 'loyal', 'promising', 'needing_attention'].flatMap((id) =>
      Object.entries({ ...boundaries[id]?.in, ...boundaries[id]?.out }).map(
        ([name, person]) => [`${id} ${name}`, person] as const,
      ),
    );
    for (const [name, person] of people) await planted.plant(name, person, () => '');
    const five = ['champions', 'loyal', 'promising', 'needing_attention', 'hibernating'];
    const found = await Promise.all(
      five.map(async (template) => matched('contact', (await instantiate({ template })).rules)),
    );
    const ordered = people.filter(([, { orders = [] }]) => orders.length > 0).map(([name]) => name);
    expect(found.flat().sort()).toEqual(ordered.sort());
  });
});
