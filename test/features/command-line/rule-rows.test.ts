/** Segments that were saved before rules had rows get them from `migrate`. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '../../../src/demo/prepare.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const rows = () => app.query('select * from segmentation.segment_rules order by segment_id, path');
const pathsOf = async (segment: string) =>
  (await app.query('select path from segmentation.segment_rules where segment_id = $1', [segment])).length;

it('those of every tenant, as saving them would have; repeated, nothing', async () => {
  const { id } = await makeSegment(app.api, 'Romans', {
    match: 'all',
    rules: [livesIn('Rome'), { field: 'total_spend', operator: 'greater_than', value: 5 }],
  });
  await makeSegment(app.api, 'On Romans', { segment: id, operator: 'is_member' });
  await makeSegment(app.as(keys.foreign), 'Theirs', livesIn('Oslo'));
  const { id: edited } = await makeSegment(app.api, 'With rows', livesIn('Bern'));
  const before = await rows();
  await app.query('delete from segmentation.segment_rules where segment_id <> $1', [edited]);
  await migrate(app.database.url, () => undefined);
  expect(await rows()).toEqual(before);
  await migrate(app.database.url, () => undefined);
  expect(await rows()).toEqual(before);
});

it('but one that is not understood, which stays as it is', async () => {
  const { id } = await makeSegment(app.api, 'Broken', livesIn('Bonn'));
  await app.query('delete from segmentation.segment_rules where segment_id = $1', [id]);
  const broken = { field: 'town', operator: 'is_empty' };
  await app.query('update segmentation.segments set rules = $2 where id = $1', [id, broken]);
  await migrate(app.database.url, () => undefined);
  expect(await pathsOf(id)).toBe(0);
});
