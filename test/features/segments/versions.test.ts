/** Versions: every change of a definition, what is another in it, and the way back. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, memberOf, segmentOf, settle } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const all = (...rules: unknown[]) => ({ match: 'all', rules });
const any = (...rules: unknown[]) => ({ match: 'any', rules });
const vip = { field: 'vip', operator: 'equals', value: true };

const patch = (id: string, version: number, sent: object) =>
  app.api.patch(`/api/segments/${id}`).send({ version, ...sent });
const versions = async (id: string, query = {}) =>
  (await app.api.get(`/api/segments/${id}/versions`).query(query).expect(200)).body;
const version = async (id: string, n: number, query = {}) =>
  (await app.api.get(`/api/segments/${id}/versions/${n}`).query(query).expect(200)).body;

describe('the versions', () => {
  it('are every change of the definition, newest first, with who made it and of what', async () => {
    const { id } = await makeSegment(app.api, 'Versioned', livesIn('Rome'));
    await patch(id, 1, { name: 'Versioned 2', tags: ['a'] }).expect(200);
    await patch(id, 2, { rules: livesIn('Oslo') }).expect(200);
    await patch(id, 3, { rules: livesIn('Oslo') }).expect(200);
    await app.api.post(`/api/segments/${id}/pause`).expect(200);
    await patch(id, 3, { type: 'hybrid', schedule: 'cron 0 6 * * 1' }).expect(200);
    const { items, total, next_cursor } = await versions(id);
    const by = { created_by: 'API key', created_at: expect.any(String) };
    expect(items).toEqual([
      { version: 4, changed: ['type', 'schedule'], ...by },
      { version: 3, changed: ['rules'], ...by },
      { version: 2, changed: ['name', 'tags'], ...by },
      { version: 1, changed: [], ...by },
    ]);
    expect([total, next_cursor]).toEqual([4, null]);
    const first = await versions(id, { limit: 3 });
    expect(first.items).toEqual(items.slice(0, 3));
    expect((await versions(id, { limit: 3, cursor: first.next_cursor })).items).toEqual(items.slice(3));
  });

  it('are not another tenant’s, nor any that there never was', async () => {
    const { id } = await makeSegment(app.api, 'Own versions', livesIn('Rome'));
    await app.as(keys.foreign).get(`/api/segments/${id}/versions/1`).expect(404);
    for (const [n, query] of [
      [2, {}],
      [0, {}],
      [1, { compare_with: 7 }],
    ] as const)
      expect(
        (await app.api.get(`/api/segments/${id}/versions/${n}`).query(query).expect(404)).body.code,
      ).toBe('version.not-found');
    await app.api.get(`/api/segments/${id}/versions/x`).expect(400);
  });
});

describe('what is another', () => {
  const rome = 'city is “Rome”';
  const oslo = 'city is “Oslo”';
  const is = (path: string, kind: string, before: string | null, after: string | null) => ({
    path,
    kind,
    before,
    after,
  });

  it.each<[string, unknown, unknown, unknown[]]>([
    ['a value', livesIn('Rome'), livesIn('Oslo'), [is('rules', 'changed', rome, oslo)]],
    [
      'one more rule',
      all(livesIn('Rome')),
      all(livesIn('Rome'), vip),
      [is('rules.rules[1]', 'added', null, expect.stringContaining('VIP') as never)],
    ],
    [
      'one rule fewer, at the front',
      all(vip, livesIn('Rome')),
      all(livesIn('Rome')),
      [is('rules.rules[0]', 'removed', expect.stringContaining('VIP') as never, null)],
    ],
    [
      'a changed one among others',
      all(vip, livesIn('Rome')),
      all(vip, livesIn('Oslo')),
      [is('rules.rules[1]', 'changed', rome, oslo)],
    ],
    [
      'the match',
      all(vip, livesIn('Rome')),
      any(vip, livesIn('Rome')),
      [is('rules.match', 'changed', 'all', 'any')],
    ],
    [
      'deep inside',
      all(vip, any(livesIn('Rome'), all(livesIn('Bern')))),
      all(vip, any(livesIn('Rome'), all(livesIn('Oslo')))),
      [is('rules.rules[1].rules[1].rules[0]', 'changed', 'city is “Bern”', oslo)],
    ],
    [
      'one that is turned off',
      all(vip, livesIn('Rome')),
      all(vip, { ...livesIn('Rome'), disabled: true }),
      [is('rules.rules[1]', 'disabled', rome, rome)],
    ],
    [
      'one that is turned on',
      all(vip, { ...livesIn('Rome'), disabled: true }),
      all(vip, livesIn('Rome')),
      [is('rules.rules[1]', 'enabled', rome, rome)],
    ],
    [
      'a label',
      all(livesIn('Rome')),
      all({ ...livesIn('Rome'), label: 'Home' }),
      [is('rules.rules[0].label', 'added', null, 'Home')],
    ],
    [
      'another order',
      all(livesIn('Rome'), vip, livesIn('Oslo')),
      all(livesIn('Oslo'), livesIn('Rome'), vip),
      [
        is(
          'rules.rules',
          'reordered',
          expect.stringMatching(/^.*Rome.*Oslo/) as never,
          expect.stringMatching(/^.*Oslo.*Rome/) as never,
        ),
      ],
    ],
    [
      'a node that is known by its id',
      all({ id: 'a', ...livesIn('Rome') }, vip),
      all(vip, { id: 'a', field: 'country', operator: 'equals', value: 'NO' }),
      [
        is('rules.rules[1]', 'changed', rome, 'country is “NO”'),
        is('rules.rules', 'reordered', expect.any(String) as never, expect.any(String) as never),
      ],
    ],
    [
      'inside where',
      {
        related: 'orders',
        measure: 'count',
        operator: 'equals',
        value: 0,
        where: all({ field: 'status', operator: 'equals', value: 'paid' }),
      },
      {
        related: 'orders',
        measure: 'count',
        operator: 'equals',
        value: 0,
        where: all({ field: 'status', operator: 'equals', value: 'pending' }),
      },
      [
        is(
          'rules',
          'changed',
          expect.stringContaining('Paid') as never,
          expect.stringContaining('Pending') as never,
        ),
      ],
    ],
  ])('%s', async (what, before, after, expected) => {
    const { id } = await makeSegment(app.api, `Differs: ${what}`, before);
    await patch(id, 1, { rules: after }).expect(200);
    const { differences, compared_with } = await version(id, 2);
    expect(differences).toEqual(expected);
    expect(compared_with).toBe(1);
  });

  it('of the other parts, by name; between any two versions', async () => {
    const { body } = await app.api
      .post('/api/segments')
      .send({ ...segmentOf('Parts', livesIn('Rome')), tags: ['a', 'b'], description: 'Old' });
    await patch(body.id, 1, { name: 'Parts 2', tags: ['b', 'c'] }).expect(200);
    await patch(body.id, 2, { description: null, folder: 'F', tags: ['c', 'b'] }).expect(200);
    expect((await version(body.id, 3, { compare_with: 1 })).differences).toEqual([
      is('name', 'changed', 'Parts', 'Parts 2'),
      is('description', 'removed', 'Old', null),
      is('tags', 'removed', 'a', null),
      is('tags', 'added', null, 'c'),
      is('folder', 'added', null, 'F'),
    ]);
    expect((await version(body.id, 3)).differences).toContainEqual(is('tags', 'reordered', 'b, c', 'c, b'));
    expect(await version(body.id, 1)).toMatchObject({ compared_with: null, differences: [], name: 'Parts' });
  });

  it('is said in the language that is accepted', async () => {
    const { id } = await makeSegment(app.api, 'Deutsch', livesIn('Rome'));
    await patch(id, 1, { rules: livesIn('Oslo') }).expect(200);
    const { body } = await app.api
      .get(`/api/segments/${id}/versions/2`)
      .set('Accept-Language', 'de')
      .expect(200);
    expect(body.differences[0].before).toContain('„Rome“');
  });

  it('is told of what is no longer understood as it is written', async () => {
    const { id } = await makeSegment(app.api, 'Lost words', livesIn('Rome'));
    await patch(id, 1, { rules: livesIn('Oslo') }).expect(200);
    const lost = { field: 'lost', operator: 'equals', value: 'x' };
    await app.query(
      'update segmentation.segment_versions set rules = $2 where segment_id = $1 and version = 1',
      [id, JSON.stringify(lost)],
    );
    expect((await version(id, 2)).differences).toEqual([is('rules', 'changed', JSON.stringify(lost), oslo)]);
  });
});

describe('the way back', () => {
  it('is a new version with the definition of the old one', async () => {
    const { id } = await makeSegment(app.api, 'Back', all(livesIn('Rome')));
    await patch(id, 1, { name: 'Forth', rules: livesIn('Oslo'), tags: ['x'], category: 'c' }).expect(200);
    const restore = () => app.api.post(`/api/segments/${id}/versions/1/restore`);
    expect((await restore().expect(400)).body.problems[0].path).toBe('version');
    expect((await restore().send({ version: 1 }).expect(409)).body.code).toBe('segment.changed');
    const { body } = await restore().send({ version: 2 }).expect(200);
    expect(body).toMatchObject({
      name: 'Back',
      rules: all(livesIn('Rome')),
      tags: [],
      category: null,
      version: 3,
    });
    expect((await version(id, 3, { compare_with: 1 })).differences).toEqual([]);
    expect((await restore().set('If-Match', '"3"').expect(200)).body.version).toBe(3);
  });

  it('leads past conversions, which are asked about as ever', async () => {
    await settle(app, 'Wayby', 'way-1');
    const { id } = await makeSegment(app.api, 'Way back', livesIn('Wayby'));
    await calculate(app.api, id);
    await patch(id, 1, { type: 'static' }).expect(200);
    const restore = (sent: object) =>
      app.api.post(`/api/segments/${id}/versions/1/restore`).send({ version: 2, ...sent });
    expect((await restore({}).expect(409)).body.code).toBe('segment.pins-lost');
    expect((await restore({ discard_pins: true }).expect(200)).body).toMatchObject({
      type: 'dynamic',
      schedule: 'live',
      rules: livesIn('Wayby'),
    });
  });

  it('is refused to a rule that is broken by now, and to a name that is taken', async () => {
    const base = await makeSegment(app.api, 'Short-lived', livesIn('Rome'));
    const { id } = await makeSegment(app.api, 'Outlives', memberOf(base.id));
    await patch(id, 1, { rules: livesIn('Rome'), name: 'Outlived' }).expect(200);
    await app.api.delete(`/api/segments/${base.id}`).expect(204);
    const restore = () => app.api.post(`/api/segments/${id}/versions/1/restore`).send({ version: 2 });
    expect((await restore().expect(422)).body.code).toBe('rule.invalid');
    await app.query(
      'update segmentation.segment_versions set rules = $2 where segment_id = $1 and version = 1',
      [id, JSON.stringify(livesIn('Oslo'))],
    );
    await makeSegment(app.api, 'Outlives', livesIn('Rome'));
    expect((await restore().expect(409)).body.code).toBe('segment.name-taken');
  });
});

describe('an edit that comes too late', () => {
  it('is told who has changed what', async () => {
    const { id } = await makeSegment(app.api, 'Too late', livesIn('Rome'));
    await patch(id, 1, { name: 'Too late 2' }).expect(200);
    await patch(id, 2, { rules: livesIn('Oslo'), folder: 'F' }).expect(200);
    await patch(id, 3, { folder: null }).expect(200);
    const { body } = await patch(id, 1, { description: 'Mine' }).expect(409);
    expect(body).toMatchObject({ code: 'segment.changed', problems: [{ path: 'name' }, { path: 'rules' }] });
    expect(body.detail).toBe(
      'You edit version 1, and API key has made version 4 since, which changes name and rules: read it again and repeat the edit.',
    );
    expect((await patch(id, 9, { description: 'Mine' }).expect(409)).body).toMatchObject({ problems: [] });
  });
});
