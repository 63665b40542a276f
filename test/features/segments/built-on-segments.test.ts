/** Segments whose rules speak of other segments: they read the stored members, and never rest on themselves. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  manual,
  memberOf,
  membersOf,
  move,
  segmentOf,
  settle,
} from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const none = (...rules: unknown[]) => ({ match: 'none', rules });
const put = (id: string, version: number, rules: unknown) =>
  app.api.put(`/api/segments/${id}`).send({ version, rules });
const day = (n: number): string => `2026-02-0${n}T08:00:00Z`;

describe('a segment built on another', () => {
  it('reads its stored members, not its rule', async () => {
    await settle(app, 'Baseby', 'base-1', 'base-2');
    const base = await makeSegment(app.api, 'Base', livesIn('Baseby'));
    const upon = await makeSegment(app.api, 'Upon', memberOf(base.id));
    expect(await calculate(app.api, upon.id)).toMatchObject({ member_count: 0 });
    await calculate(app.api, base.id);
    await move(app, 'elsewhere', 'base-1');
    expect(await calculate(app.api, upon.id)).toMatchObject({ member_count: 2 });
    await calculate(app.api, base.id);
    expect(await calculate(app.api, upon.id)).toMatchObject({ left: 1, member_count: 1 });
  });

  it.each([
    ['is_member', {}, ['cond-in', 'cond-new']],
    ['ever_member', {}, ['cond-gone', 'cond-in', 'cond-new']],
    ['joined_within_last', { value: { days: 2 } }, ['cond-new']],
    ['left_within_last', { value: { days: 2 } }, ['cond-gone']],
    ['member_for_at_least', { value: { days: 3 } }, ['cond-in']],
  ])('asks %s of its ledger', async (operator, value, expected) => {
    const city = `Cond-${operator}`;
    await settle(app, city, ...['in', 'gone'].map((name) => `${operator}-${name}`));
    const base = await makeSegment(app.api, `Ledger of ${operator}`, livesIn(city), manual);
    await calculate(app.api, base.id, day(1));
    await move(app, 'elsewhere', `${operator}-gone`);
    await settle(app, city, `${operator}-new`);
    await calculate(app.api, base.id, day(5));
    const upon = await makeSegment(
      app.api,
      `Upon ${operator}`,
      { ...memberOf(base.id, operator), ...value },
      manual,
    );
    await calculate(app.api, upon.id, day(6));
    const names = expected.map((name) => name.replace('cond', operator));
    expect((await membersOf(app.api, upon.id, day(6))).sort()).toEqual(names.sort());
  });

  it('says their name in words', async () => {
    const base = await makeSegment(app.api, 'Regulars', livesIn('Wordby'));
    const { id } = await makeSegment(app.api, 'Not regular', none(memberOf(base.id)));
    expect((await app.api.get(`/api/segments/${id}`)).body.words).toContain('Regulars');
  });

  it('keeps it from being deleted, and lets go of it', async () => {
    const base = await makeSegment(app.api, 'Foundation', livesIn('Rome'));
    const upon = await makeSegment(app.api, 'House', none(memberOf(base.id.toUpperCase())));
    const { body } = await app.api.delete(`/api/segments/${base.id}`).expect(409);
    expect(body).toMatchObject({ code: 'segment.in-use', problems: [{ id: upon.id, name: 'House' }] });
    await put(upon.id, 1, livesIn('Oslo')).expect(200);
    await app.api.delete(`/api/segments/${base.id}`).expect(204);
  });

  it('cannot be of another subject, nor of another tenant', async () => {
    const company = { name: 'Companies', subject: 'company', rules: { everyone: true } };
    const { body: companies } = await app.api.post('/api/segments').send(company).expect(201);
    const theirs = await makeSegment(app.as(keys.foreign), 'Theirs', livesIn('Rome'));
    for (const [id, code] of [
      [companies.id, 'segment.other-subject'],
      [theirs.id, 'segment.unknown'],
    ]) {
      const { body } = await app.api
        .post('/api/segments')
        .send(segmentOf('Odd', memberOf(id)))
        .expect(422);
      expect(body.problems).toEqual([expect.objectContaining({ path: 'segment', code })]);
    }
  });
});

describe('a circle', () => {
  it.each([1, 2, 3])('of %i is refused, and nothing changes', async (length) => {
    const ids: string[] = [];
    for (let n = 0; n < length; n++) {
      const rules = n === 0 ? livesIn('Rome') : none(memberOf(ids[n - 1] ?? ''));
      ids.push((await makeSegment(app.api, `Circle of ${length}: ${n}`, rules)).id);
    }
    const { body } = await put(ids[0] ?? '', 1, none(memberOf(ids.at(-1) ?? ''))).expect(422);
    expect(body).toMatchObject({
      code: 'segment.cycle',
      detail: expect.stringContaining(`Circle of ${length}`),
    });
    expect((await app.api.get(`/api/segments/${ids[0]}`)).body).toMatchObject({
      version: 1,
      rules: livesIn('Rome'),
    });
  });

  it('may be written down disabled, and not enabled', async () => {
    const { id } = await makeSegment(app.api, 'Disabled circle', livesIn('Rome'));
    const circle = { match: 'all', rules: [livesIn('Rome'), { ...memberOf(id), disabled: true }] };
    await put(id, 1, circle).expect(200);
    await put(id, 2, { match: 'all', rules: [livesIn('Rome'), memberOf(id)] }).expect(422);
  });

  it('is not closed by two edits at once', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await makeSegment(app.api, `One ${round}`, livesIn('Rome'));
      const other = await makeSegment(app.api, `Other ${round}`, livesIn('Rome'));
      const edits = [put(one.id, 1, memberOf(other.id)), put(other.id, 1, memberOf(one.id))];
      const answers = await Promise.all(edits);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });

  it('apart, no segment is left without what it is built on by a deletion at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const base = await makeSegment(app.api, `Shaky ${round}`, livesIn('Rome'));
      const [made, deleted] = await Promise.all([
        app.api.post('/api/segments').send(segmentOf(`Upon shaky ${round}`, memberOf(base.id))),
        app.api.delete(`/api/segments/${base.id}`),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([made.status, deleted.status]);
    }
  });
});
