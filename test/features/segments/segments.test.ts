/** Segments over HTTP: made, read, changed, listed and deleted. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, segmentOf, settle, town, walk } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const problem = (status: number, code: string, more = {}) =>
  expect.objectContaining({ type: 'about:blank', status, code, ...more });

const pathsOf = ({ problems }: { problems: { path: string }[] }): string[] =>
  [...new Set(problems.map(({ path }) => path))].sort();

describe('a segment', () => {
  it('is answered as it is stored, with its rule in words', async () => {
    const sent = {
      ...segmentOf('Berliners', livesIn('Berlin')),
      description: 'At home',
      category: 'behaviour',
    };
    const { body } = await app.api.post('/api/segments').send(sent).expect(201);
    expect(body).toEqual({
      ...sent,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/),
      tags: [],
      folder: null,
      owner: 'API key',
      type: 'dynamic',
      schedule: 'live',
      template: null,
      status: 'active',
      health: 'ok',
      problems: [],
      words: 'Contacts whose city is “Berlin”.',
      version: 1,
      member_count: null,
      last_calculated_at: null,
      last_updated_at: null,
      times_used: 0,
      last_used_at: null,
      created_at: expect.any(String),
      created_by: 'API key',
      updated_at: body.created_at,
      updated_by: 'API key',
    });
    expect((await app.api.get(`/api/segments/${body.id}`).expect(200)).body).toEqual(body);
  });

  it.each([
    ['no body', undefined, ['name', 'subject', 'rules']],
    ['no name', { subject: 'contact', rules: livesIn('Rome') }, ['name']],
    ['a blank name', segmentOf(' \t', livesIn('Rome')), ['name']],
    ['a name of 201 letters', segmentOf('a'.repeat(201), livesIn('Rome')), ['name']],
    [
      'a name too long for those who do not look closely',
      segmentOf('a\ufe0f'.repeat(101), livesIn('Rome')),
      ['name'],
    ],
    ['a name that is no text', segmentOf(7 as never, livesIn('Rome')), ['name']],
    ['no rules', { name: 'Nothing', subject: 'contact' }, ['rules']],
    ['a property nobody knows', { ...segmentOf('Odd', livesIn('Rome')), tenant_id: '2' }, ['tenant_id']],
  ])('is refused with %s', async (_, sent, paths) => {
    const { body } = await app.api.post('/api/segments').send(sent).expect(400);
    expect(body).toEqual(problem(400, 'request.invalid'));
    expect(pathsOf(body)).toEqual([...paths].sort());
  });

  it('may have a name of 200 letters beyond the first plane', () =>
    makeSegment(app.api, '🍕'.repeat(200), livesIn('Rome')));

  it('is refused for a subject that nobody declared', async () => {
    const sent = { name: 'Ghosts', subject: 'ghost', rules: livesIn('Rome') };
    const { body } = await app.api.post('/api/segments').send(sent).expect(422);
    expect(body).toEqual(problem(422, 'subject.unknown'));
  });

  it('has a name of its own in its tenant, however it is composed', async () => {
    await makeSegment(app.api, 'Cafégänger', livesIn('Rome'));
    const again = segmentOf('Cafégänger'.normalize('NFD'), livesIn('Rome'));
    const { body } = await app.api.post('/api/segments').send(again).expect(409);
    expect(body).toEqual(
      problem(409, 'segment.name-taken', { detail: expect.stringContaining('Cafégänger') }),
    );
    await makeSegment(app.as(keys.foreign), 'Cafégänger', livesIn('Rome'));
  });

  it('has one maker when two make it at once', async () => {
    const twice = [1, 2].map(() => app.api.post('/api/segments').send(segmentOf('Once', livesIn('Rome'))));
    const statuses = (await Promise.all(twice)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
  });
});

describe('an edit', () => {
  it('changes what it names and leaves the rest', async () => {
    const made = await makeSegment(app.api, 'Before', livesIn('Rome'));
    const { body } = await app.api
      .put(`/api/segments/${made.id}`)
      .send({ version: 1, name: 'After', description: 'Renamed' })
      .expect(200);
    expect(body).toMatchObject({ name: 'After', description: 'Renamed', version: 2, rules: livesIn('Rome') });
    const cleared = await app.api
      .put(`/api/segments/${made.id}`)
      .send({ version: 2, description: null, rules: livesIn('Oslo') })
      .expect(200);
    expect(cleared.body).toMatchObject({
      name: 'After',
      description: null,
      version: 3,
      rules: livesIn('Oslo'),
    });
  });

  it.each([
    ['nothing', {}],
    [
      'what is there already',
      { name: 'Same: what is there already', description: null, rules: livesIn('Rome') },
    ],
    ['the rule in another order', { rules: { value: 'Rome', operator: 'equals', field: 'city' } }],
  ])('that sends %s makes no version', async (how, sent) => {
    const made = await makeSegment(app.api, `Same: ${how}`, livesIn('Rome'));
    const { body } = await app.api
      .put(`/api/segments/${made.id}`)
      .send({ version: 1, ...sent })
      .expect(200);
    expect(body).toEqual(made);
    expect(
      await app.query('select version from segmentation.segment_versions where segment_id = $1', [made.id]),
    ).toEqual([{ version: 1 }]);
  });

  it('cannot take the name away', async () => {
    const { id } = await makeSegment(app.api, 'Named', livesIn('Rome'));
    const { body } = await app.api.put(`/api/segments/${id}`).send({ version: 1, name: null }).expect(400);
    expect([body.code, pathsOf(body)]).toEqual(['request.invalid', ['name']]);
  });

  it('keeps every rule there was, with whose it was', async () => {
    const { id } = await makeSegment(app.api, 'With a past', livesIn('Rome'));
    await app.api
      .put(`/api/segments/${id}`)
      .send({ version: 1, rules: livesIn('Oslo') })
      .expect(200);
    const rows = await app.query(
      'select version, rules, created_by from segmentation.segment_versions where segment_id = $1 order by version',
      [id],
    );
    expect(rows).toEqual([
      { version: 1, rules: livesIn('Rome'), created_by: 'API key' },
      { version: 2, rules: livesIn('Oslo'), created_by: 'API key' },
    ]);
  });

  it.each([
    ['in the body', { version: 1 }, undefined],
    ['as If-Match', {}, '"1"'],
    ['as a weak If-Match', {}, 'W/"1"'],
    ['as a bare If-Match', {}, '1'],
    ['both ways', { version: 1 }, '"1"'],
  ])('says which version it was made from %s', async (how, inBody, ifMatch) => {
    const { id } = await makeSegment(app.api, `Version ${how}`, livesIn('Rome'));
    const put = app.api.put(`/api/segments/${id}`).send({ ...inBody, category: 'interest' });
    if (ifMatch !== undefined) put.set('If-Match', ifMatch);
    expect((await put.expect(200)).body.version).toBe(2);
  });

  it.each([
    ['says none', {}, undefined],
    ['names two', { version: 1 }, '"2"'],
    ['says an If-Match that is no version', {}, '"abc"'],
    ['says one that is no number', { version: '1' }, undefined],
    ['says one that is no whole number', { version: 1.5 }, undefined],
  ])('is refused where it %s', async (how, inBody, ifMatch) => {
    const { id } = await makeSegment(app.api, `Refused: ${how}`, livesIn('Rome'));
    const put = app.api.put(`/api/segments/${id}`).send({ ...inBody, category: 'interest' });
    if (ifMatch !== undefined) put.set('If-Match', ifMatch);
    const { body } = await put.expect(400);
    expect(pathsOf(body)).toEqual(['version']);
  });

  it('made from an older version is refused, and says who was faster', async () => {
    const { id } = await makeSegment(app.api, 'Contested', livesIn('Rome'));
    const edits = ['Oslo', 'Bern', 'Graz'].map((city) =>
      app.api.put(`/api/segments/${id}`).send({ version: 1, rules: livesIn(city) }),
    );
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toEqual(problem(409, 'segment.changed'));
    expect(refused?.body.detail).toMatch(/You edit version 1, and API key has made version 2/);
    const { body } = await app.api.get(`/api/segments/${id}`);
    expect(body.rules).toEqual(answers.find(({ status }) => status === 200)?.body.rules);
  });

  it('cannot take the name of another', async () => {
    await makeSegment(app.api, 'Taken', livesIn('Rome'));
    const { id } = await makeSegment(app.api, 'Free', livesIn('Rome'));
    const { body } = await app.api.put(`/api/segments/${id}`).send({ version: 1, name: 'Taken' }).expect(409);
    expect(body).toEqual(problem(409, 'segment.name-taken'));
    expect((await app.api.get(`/api/segments/${id}`)).body).toMatchObject({ name: 'Free', version: 1 });
  });
});

describe('deleting', () => {
  it('takes the segment, its versions, its runs and its stays away', async () => {
    await settle(app, town, 'goner');
    const { id } = await makeSegment(app.api, 'Doomed', livesIn(town));
    expect(await calculate(app.api, id)).toMatchObject({ member_count: 1 });
    await app.api.delete(`/api/segments/${id}`).expect(204, {});
    await app.api.get(`/api/segments/${id}`).expect(404);
    await app.api.delete(`/api/segments/${id}`).expect(404);
    for (const table of ['segment_versions', 'runs', 'contact_stays'])
      expect(await app.query(`select from segmentation.${table} where segment_id = $1`, [id])).toEqual([]);
  });
});

describe('the list', () => {
  it('comes in pages, newest first, each segment once, and says how many there are', async () => {
    const agency = app.as(keys.foreign);
    const { body: before } = await agency.get('/api/segments').query({ limit: 1 });
    const made: string[] = [];
    for (let n = 0; n < 10; n++) made.unshift((await makeSegment(agency, `Page ${n}`, livesIn('Rome'))).id);
    const total = before.total + 10;
    const { items, totals } = await walk<{ id: string }>(agency, '/api/segments', 3);
    expect(totals).toEqual(Array(Math.ceil(total / 3)).fill(total));
    expect(items.slice(0, 10).map(({ id }) => id)).toEqual(made);
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
  });

  it.each([
    ['limit', '0'],
    ['limit', '501'],
    ['limit', 'all'],
    ['cursor', 'first'],
    ['sort', 'id'],
  ])('refuses %s=%s', async (name, value) => {
    const { body } = await app.api
      .get('/api/segments')
      .query({ [name]: value })
      .expect(400);
    expect(pathsOf(body)).toEqual([name]);
  });
});
