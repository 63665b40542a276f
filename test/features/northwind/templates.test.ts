/** Templates over a catalogue that was not made for them: hidden with the reason, or mapped by the host. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { buildVocabulary } from '../../../src/catalogue/build.js';
import { provision } from '../../../src/command-line/provision.js';
import { type Actor, permissions, SegmentationModule, SegmentTemplates } from '../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { northwindCatalogue } from './catalogue.js';

let database: TestDatabase;
let templates: SegmentTemplates;
let close: () => Promise<void>;
const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };

beforeAll(async () => {
  database = await createDatabase();
  await provision({ type: 'postgres', url: database.url }, buildVocabulary(northwindCatalogue));
  const module = Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: database.url }),
      SegmentationModule.forRoot({
        catalogue: northwindCatalogue,
        tenants: { of: async () => ({ zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' }) },
        authenticator: { authenticate: async () => undefined },
        templates: (shipped) =>
          shipped
            .filter(({ id }) => id !== 'vip' && id !== 'just_reached_vip')
            .map((template) =>
              template.id === 'hotels_in_thailand'
                ? {
                    ...template,
                    subject: 'customer',
                    rule: { field: 'country', operator: 'equals', value: { parameter: 'country' } },
                  }
                : template,
            ),
      }),
    ],
  });
  const app = (await module.compile()).createNestApplication({ rawBody: true });
  await app.init();
  templates = app.get(SegmentTemplates);
  close = () => app.close();
});
afterAll(async () => {
  await close();
  await database.drop();
});

it('shows those that the catalogue understands, and of the others why not', async () => {
  expect(await templates.list(actor, false)).toMatchObject([
    { id: 'hotels_in_thailand', words: expect.stringContaining('country is “Thailand”'), problems: [] },
  ]);
  const all = await templates.list(actor, true);
  expect(all.map(({ id }) => id)).not.toContain('vip');
  expect(all.find(({ id }) => id === 'at_risk')).toMatchObject({
    available: false,
    words: null,
    problems: [{ code: 'rule.unknown-subject', path: '' }],
  });
});

it('makes segments of those it shows only', async () => {
  await expect(templates.instantiate(actor, { template: 'at_risk' })).rejects.toMatchObject({
    code: 'template.unavailable',
  });
  await expect(templates.instantiate(actor, { template: 'vip' })).rejects.toMatchObject({
    code: 'template.not-found',
  });
  const { segment, made } = await templates.instantiate(actor, {
    template: 'hotels_in_thailand',
    parameters: { country: 'Laos' },
  });
  expect([made, segment.rules]).toEqual([true, { field: 'country', operator: 'equals', value: 'Laos' }]);
});
