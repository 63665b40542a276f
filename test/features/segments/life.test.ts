/** The life of segments: which status may follow which, copies, uses, and what keeps a segment from going. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  memberOf,
  membersOf,
  segmentOf,
  settle,
} from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const step = (id: string, name: string) => app.api.post(`/api/segments/${id}/${name}`);
const read = async (id: string) => (await app.api.get(`/api/segments/${id}`).expect(200)).body;

/** How a new segment comes into each status. */
const ways = {
  active: [],
  paused: ['pause'],
  inactive: ['deactivate'],
  archived: ['archive'],
} as const;
type Status = keyof typeof ways;

async function inStatus(status: Status, name: string): Promise<string> {
  const { id } = await makeSegment(app.api, name, livesIn('Rome'));
  for (const way of ways[status]) await step(id, way).expect(200);
  return id;
}

describe('the status', () => {
  /** From each status, what each step leads to; where it is missing, the step is refused. */
  const transitions: Record<Status, Record<string, Status>> = {
    active: { pause: 'paused', deactivate: 'inactive', archive: 'archived' },
    paused: { resume: 'active', deactivate: 'inactive', archive: 'archived' },
    inactive: { resume: 'active', archive: 'archived' },
    archived: { restore: 'active' },
  };
  const steps = ['pause', 'resume', 'deactivate', 'archive', 'restore'];
  const cases = (Object.keys(ways) as Status[]).flatMap((status) =>
    steps.map((name) => [status, name, transitions[status][name]] as const),
  );

  it.each(cases)('%s, %s: %s', async (status, name, after) => {
    const id = await inStatus(status, `${status} ${name}`);
    if (after !== undefined) {
      const { body } = await step(id, name).expect(200);
      expect(body).toMatchObject({ status: after, version: 1 });
      expect(await read(id)).toEqual(body);
      return;
    }
    const { body } = await step(id, name).expect(409);
    expect(body.code).toBe('segment.status');
    expect(body.detail).toContain(`is ${status}, and cannot`);
    expect((await read(id)).status).toBe(status);
  });

  it.each(['paused', 'inactive'] as const)(
    'is %s again after being archived and restored',
    async (status) => {
      const id = await inStatus(status, `Back to ${status}`);
      await step(id, 'archive').expect(200);
      expect((await step(id, 'restore').expect(200)).body.status).toBe(status);
    },
  );

  it.each([
    ['active', 200],
    ['paused', 409],
    ['inactive', 200],
    ['archived', 409],
  ] as const)('%s: calculating answers %i', async (status, answer) => {
    const city = `Frozen ${status}`;
    await settle(app, city, `${status}-1`);
    const { id } = await makeSegment(app.api, city, livesIn(city));
    await calculate(app.api, id);
    await settle(app, city, `${status}-2`);
    for (const way of ways[status]) await step(id, way).expect(200);
    const { body } = await app.api.post(`/api/segments/${id}/calculate?wait=true`).expect(answer);
    expect(body.code).toBe(answer === 409 ? 'segment.status' : undefined);
    expect(await membersOf(app.api, id)).toHaveLength(answer === 409 ? 1 : 2);
  });

  it.each([
    ['put', ''],
    ['patch', ''],
    ['post', '/members'],
  ])('archived, nothing of it is edited: %s %s', async (method, path) => {
    const static_ = { name: `Frozen: ${method}`, subject: 'contact', type: 'static' };
    const { body: made } = await app.api.post('/api/segments').send(static_).expect(201);
    await step(made.id, 'archive').expect(200);
    const sent = path === '' ? { version: 1, description: 'x' } : { external_ids: ['guest-1'] };
    const { body } = await app.api[method as 'put'](`/api/segments/${made.id}${path}`).send(sent).expect(409);
    expect(body.code).toBe('segment.status');
    expect(await read(made.id)).toMatchObject({ description: null, member_count: 0 });
  });
});

describe('a use', () => {
  it('is counted, and when it was', async () => {
    const { id } = await makeSegment(app.api, 'Used', livesIn('Rome'));
    await Promise.all([1, 2, 3].map(() => step(id, 'mark-used').expect(200)));
    const used = await read(id);
    expect(used).toMatchObject({ times_used: 3, version: 1 });
    expect(Date.now() - Date.parse(used.last_used_at)).toBeLessThan(60_000);
  });

  it.each([
    ['active', 200],
    ['paused', 200],
    ['inactive', 409],
    ['archived', 409],
  ] as const)('of a segment that is %s answers %i', async (status, answer) => {
    const id = await inStatus(status, `Use of ${status}`);
    await step(id, 'mark-used').expect(answer);
    expect((await read(id)).times_used).toBe(answer === 200 ? 1 : 0);
  });
});

describe('a copy', () => {
  it('has the same definition, a name of its own, and no past', async () => {
    const details = {
      description: 'About',
      category: 'budget',
      tags: ['a', 'b'],
      folder: 'F',
      schedule: 'manual',
    };
    const sent = { ...segmentOf('Original', livesIn('Rome')), ...details };
    const { body: made } = await app.api.post('/api/segments').send(sent).expect(201);
    await calculate(app.api, made.id);
    await step(made.id, 'mark-used').expect(200);
    const { body: copy } = await step(made.id, 'duplicate').expect(201);
    expect(copy).toMatchObject({
      ...details,
      name: 'Original (copy)',
      rules: made.rules,
      type: 'dynamic',
      status: 'active',
      version: 1,
      member_count: null,
      last_calculated_at: null,
      times_used: 0,
    });
    expect((await step(made.id, 'duplicate').expect(201)).body.name).toBe('Original (copy 2)');
    const named = await step(made.id, 'duplicate').send({ name: 'Mine' }).expect(201);
    expect(named.body.name).toBe('Mine');
    await step(made.id, 'duplicate').send({ name: ' ' }).expect(400);
    expect((await step(made.id, 'duplicate').send({ name: 'Mine' }).expect(409)).body.code).toBe(
      'segment.name-taken',
    );
  });

  it('of a name as long as it may be has a name that is no longer', async () => {
    const { id } = await makeSegment(app.api, '🍕'.repeat(200), livesIn('Rome'));
    const { body } = await step(id, 'duplicate').expect(201);
    expect(body.name).toMatch(/^(🍕)+ \(copy\)$/u);
    expect([...body.name].length).toBeLessThanOrEqual(200);
  });

  it('of a static segment has its members at once', async () => {
    await settle(app, 'Copyby', 'copy-1', 'copy-2');
    const { body: made } = await app.api
      .post('/api/segments')
      .send({ name: 'By hand', subject: 'contact', type: 'static' });
    await app.api
      .post(`/api/segments/${made.id}/members`)
      .send({ external_ids: ['copy-1', 'copy-2'] })
      .expect(200);
    const { body: copy } = await step(made.id, 'duplicate').expect(201);
    expect(copy).toMatchObject({ type: 'static', member_count: 2 });
    expect(await membersOf(app.api, copy.id)).toEqual(['copy-1', 'copy-2']);
    await calculate(app.api, copy.id);
    expect(await membersOf(app.api, copy.id)).toEqual(['copy-1', 'copy-2']);
  });
});

describe('a segment that others are built on', () => {
  it('says which, and is neither deleted nor archived', async () => {
    const base = await makeSegment(app.api, 'Ground', livesIn('Rome'));
    const upon = await makeSegment(app.api, 'Roof', memberOf(base.id));
    const use = { kind: 'segment', id: upon.id, name: 'Roof' };
    const { body } = await app.api.get(`/api/segments/${base.id}/usage`).expect(200);
    expect(body).toEqual({ items: [{ ...use, status: 'active' }] });
    for (const refused of [app.api.delete(`/api/segments/${base.id}`), step(base.id, 'archive')])
      expect((await refused.expect(409)).body).toMatchObject({ code: 'segment.in-use', problems: [use] });
    await step(upon.id, 'archive').expect(200);
    expect((await app.api.delete(`/api/segments/${base.id}`).expect(409)).body.code).toBe('segment.in-use');
    await step(base.id, 'archive').expect(200);
  });

  it('must be there before they come back', async () => {
    const base = await makeSegment(app.api, 'Ground gone', livesIn('Rome'));
    const upon = await makeSegment(app.api, 'Roof gone', memberOf(base.id));
    await step(upon.id, 'archive').expect(200);
    await step(base.id, 'archive').expect(200);
    const { body } = await step(upon.id, 'restore').expect(409);
    expect(body).toMatchObject({
      code: 'segment.needs-archived',
      problems: [{ kind: 'segment', id: base.id, name: 'Ground gone' }],
    });
    await step(base.id, 'restore').expect(200);
    await step(upon.id, 'restore').expect(200);
  });

  it('is not built on while it is archived', async () => {
    const id = await inStatus('archived', 'Out of sight');
    const { body } = await app.api
      .post('/api/segments')
      .send(segmentOf('Blind', memberOf(id)))
      .expect(409);
    expect(body.code).toBe('segment.needs-archived');
  });

  it('is not archived, or not built on, when both happen at once', async () => {
    for (let round = 0; round < 5; round++) {
      const base = await makeSegment(app.api, `Contested ground ${round}`, livesIn('Rome'));
      const [made, archived] = await Promise.all([
        app.api.post('/api/segments').send(segmentOf(`On contested ground ${round}`, memberOf(base.id))),
        step(base.id, 'archive'),
      ]);
      expect([
        [201, 409],
        [409, 200],
      ]).toContainEqual([made.status, archived.status]);
    }
  });
});
