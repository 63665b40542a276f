/** The impact of an edit: who would join and leave, and what rests on the segment. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, memberOf, segmentOf, settle } from '../../support/segments.js';

let app: TestApplication;
let id: string;
let based: string;
beforeAll(async () => {
  app = await openApplication();
  await settle(app, 'Oldby', 'old-1', 'old-2', 'old-3', 'old-4');
  await settle(app, 'Newby', 'new-1', 'new-2');
  await app.query(
    `update crm.contacts set vip = external_id in ('old-1', 'old-2', 'new-1') where city like '%by'`,
  );
  ({ id } = await makeSegment(app.api, 'Old', livesIn('Oldby')));
  await calculate(app.api, id);
  ({ id: based } = await makeSegment(app.api, 'Resting on it', memberOf(id)));
});
afterAll(() => app.close());

const ask = (rules: unknown, more: object = {}, segment = id) =>
  app.api.post(`/api/segments/${segment}/impact`).send({ rules, ...more });
const vips = { field: 'vip', operator: 'equals', value: true };
const both = (...rules: unknown[]) => ({ match: 'all', rules });
const either = (...rules: unknown[]) => ({ match: 'any', rules });
const names = (sample: { external_id: string }[]) => sample.map(({ external_id }) => external_id);

describe('an impact', () => {
  it.each([
    ['the same rule', livesIn('Oldby'), [], [], false],
    ['a wider one', either(livesIn('Oldby'), livesIn('Newby')), ['new-1', 'new-2'], [], false],
    ['one for exactly half of them', both(livesIn('Oldby'), vips), [], ['old-3', 'old-4'], false],
    ['another town', livesIn('Newby'), ['new-1', 'new-2'], ['old-1', 'old-2', 'old-3', 'old-4'], true],
    ['nobody', livesIn('Nowhere'), [], ['old-1', 'old-2', 'old-3', 'old-4'], true],
  ])('of %s', async (_name, rules, joining, leaving, halved) => {
    const { body } = await ask(rules).expect(200);
    expect([names(body.joining.sample), names(body.leaving.sample)]).toEqual([joining, leaving]);
    expect(body).toMatchObject({
      member_count: 4,
      new_count: 4 + joining.length - leaving.length,
      joining: { count: joining.length },
      leaving: { count: leaving.length },
      more_than_halved: halved,
      words: expect.stringMatching(/^Contacts /),
    });
  });

  it('says what rests on the segment', async () => {
    const { body } = await ask(livesIn('Oldby')).expect(200);
    expect(body.used_by).toEqual([{ kind: 'segment', id: based, name: 'Resting on it', status: 'active' }]);
  });

  it('shows as many as are wanted, counts all, and changes nothing', async () => {
    const { body } = await ask(livesIn('Newby'), { limit: 1 }).expect(200);
    expect(body).toMatchObject({ joining: { count: 2 }, leaving: { count: 4 } });
    expect([body.joining.sample.length, body.leaving.sample.length]).toEqual([1, 1]);
    const { body: none } = await ask(livesIn('Newby'), { limit: 0 }).expect(200);
    expect([none.joining.sample, none.leaving.sample]).toEqual([[], []]);
    const { body: segment } = await app.api.get(`/api/segments/${id}`).expect(200);
    expect(segment).toMatchObject({ member_count: 4, version: 1 });
  });

  it('is true of the instant that is asked for', async () => {
    const recent = { field: 'created_at', operator: 'within_last', value: { days: 30 } };
    const { body } = await ask(both(livesIn('Oldby'), recent), { as_of: '2126-01-01T00:00:00Z' }).expect(200);
    expect(body).toMatchObject({ new_count: 0, more_than_halved: true });
  });

  it('lets pins have the last word', async () => {
    const { body: hybrid } = await app.api
      .post('/api/segments')
      .send({ ...segmentOf('Pinned', livesIn('Oldby')), type: 'hybrid' })
      .expect(201);
    await calculate(app.api, hybrid.id);
    const { body: found } = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules: livesIn('Oldby') });
    const [first, second] = found.sample.map(({ member_id }: { member_id: string }) => member_id);
    await app.api.post(`/api/segments/${hybrid.id}/members`).send({ member_ids: [first] });
    await app.api.delete(`/api/segments/${hybrid.id}/members/${second}`);
    const { body } = await ask(livesIn('Nowhere'), {}, hybrid.id).expect(200);
    expect(body).toMatchObject({ member_count: 3, new_count: 1, leaving: { count: 2 } });
    const { body: same } = await ask(livesIn('Oldby'), {}, hybrid.id).expect(200);
    expect(same).toMatchObject({ new_count: 3, joining: { count: 0 }, leaving: { count: 0 } });
  });

  it('is refused of a static segment, which has no rule', async () => {
    const { body: made } = await app.api
      .post('/api/segments')
      .send({ name: 'By hand', subject: 'contact', type: 'static' })
      .expect(201);
    const { body } = await ask(livesIn('Oldby'), {}, made.id).expect(422);
    expect(body.code).toBe('segment.parts');
  });

  it.each([
    ['a rule that is not understood', () => ({ field: 'ghost', operator: 'is_empty' }), 422, 'rule.invalid'],
    ['a rule that would rest on itself', () => memberOf(based), 422, 'segment.cycle'],
    ['its own membership', () => memberOf(id), 422, 'segment.cycle'],
    ['no rule', () => undefined, 400, 'request.invalid'],
  ])('is refused of %s', async (_what, rules, status, code) => {
    const { body } = await ask(rules()).expect(status);
    expect(body.code).toBe(code);
  });

  it('of another tenant’s segment is not to be had', () =>
    app
      .as(keys.foreign)
      .post(`/api/segments/${id}/impact`)
      .send({ rules: livesIn('Oldby') })
      .expect(404));
});
