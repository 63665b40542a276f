/** A segment's rule: stored only when it is understood in full, and shown as broken when it no longer is. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  membersOf,
  segmentOf,
  settle,
  town,
} from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const all = (...rules: unknown[]) => ({ match: 'all', rules });

interface Found {
  readonly path: string;
  readonly code: string;
}
const found = (problems: Found[]): string[] => problems.map(({ path, code }) => `${path}: ${code}`);

const stored = () => app.query('select id from segmentation.segments');

const sendText = (text: string, path = '/api/segments') =>
  app.api.post(path).set('Content-Type', 'application/json').send(text);

describe('a rule that is not understood', () => {
  const cases: [string, unknown, string[]][] = [
    ['an unknown field', { field: 'town', operator: 'equals', value: 'x' }, ['field: field.unknown']],
    [
      'several faults at once',
      all(
        { field: 'city', operator: 'has', value: 'x' },
        { field: 'score', operator: 'equals', value: 'many' },
        {},
      ),
      [
        'rules[0].operator: operator.unknown',
        'rules[1].value: value.not-number',
        'rules[2]: rule.unknown-kind',
      ],
    ],
    [
      'a fault inside where',
      {
        related: 'orders',
        measure: 'count',
        operator: 'equals',
        value: 0,
        where: all({ field: 'status', operator: 'equals', value: 'lost' }),
      },
      ['where.rules[0].value: value.unknown-option'],
    ],
    [
      'a segment that is not there',
      { segment: '01890000-0000-7000-8000-000000000000', operator: 'is_member' },
      ['segment: segment.unknown'],
    ],
    ['an empty group', all(), [': group.empty']],
    [
      'another subject',
      { entity: 'company', match_type: 'all', rules: [livesIn('x')] },
      ['entity: rule.foreign-entity'],
    ],
    ['a text', 'everyone', [': rule.not-object']],
  ];

  it.each(cases)('is refused with code and path, and nothing is stored: %s', async (_, rules, expected) => {
    const before = await stored();
    const { body } = await app.api.post('/api/segments').send(segmentOf('Refused', rules)).expect(422);
    expect(body.code).toBe('rule.invalid');
    expect(found(body.problems)).toEqual(expected);
    expect(await stored()).toEqual(before);
    const preview = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules })
      .expect(422);
    expect(preview.body.problems).toEqual(body.problems);
  });

  it('changes nothing as an edit', async () => {
    const { id } = await makeSegment(app.api, 'Sound', livesIn('Rome'));
    const sent = { version: 1, name: 'Unsound', rules: all() };
    const { body } = await app.api.put(`/api/segments/${id}`).send(sent).expect(422);
    expect(found(body.problems)).toEqual([': group.empty']);
    expect((await app.api.get(`/api/segments/${id}`)).body).toMatchObject({ name: 'Sound', version: 1 });
  });

  it.each(['constructor', '__proto__', 'prototype', 'toString', 'value2'])(
    'is one with the unknown key %s',
    async (key) => {
      const rules = `{"field": "city", "operator": "equals", "value": "x", "${key}": {}}`;
      const text = `{"name": "Odd key", "subject": "contact", "rules": ${rules}}`;
      const { body } = await sendText(text).expect(422);
      expect(body.problems).toEqual([expect.objectContaining({ path: key })]);
      await sendText(`{"subject": "contact", "rules": ${rules}}`, '/api/segments/preview').expect(422);
    },
  );
});

describe('a flat document of another CRM', () => {
  it('is read, and written back as a rule of ours', async () => {
    const flat = {
      entity: 'contact',
      match_type: 'any',
      rules: [
        { field: 'contact.city', operator: 'in', value: ['Rome', 'Oslo'] },
        { field: 'birthday', operator: 'equals', value: '1980-02-29' },
      ],
    };
    const { id } = await makeSegment(app.api, 'Flat', flat);
    const { body } = await app.api.get(`/api/segments/${id}`);
    expect(body.rules).toEqual({
      match: 'any',
      rules: [
        { field: 'city', operator: 'in_list', value: ['Rome', 'Oslo'] },
        { field: 'birthday', operator: 'on', value: '1980-02-29' },
      ],
    });
    await app.api.put(`/api/segments/${id}`).send({ version: 1, rules: body.rules }).expect(200);
  });

  it('joins by AND before OR', async () => {
    const flat = {
      rules: [
        livesIn('Rome'),
        { ...livesIn('Oslo'), logical_operator: 'OR' },
        { field: 'vip', operator: 'equals', value: true, logical_operator: 'AND' },
      ],
    };
    const { id } = await makeSegment(app.api, 'Joined', flat);
    const vip = { field: 'vip', operator: 'equals', value: true };
    expect((await app.api.get(`/api/segments/${id}`)).body.rules).toEqual({
      match: 'any',
      rules: [livesIn('Rome'), all(livesIn('Oslo'), vip)],
    });
  });
});

describe('what other CRMs send along', () => {
  const flat = (more: object, rules: unknown = [livesIn('Rome'), livesIn('Oslo')]) => ({
    entity: 'contact',
    match_type: 'any',
    rules,
    ...more,
  });
  const preview = (rules: unknown) =>
    app.api.post('/api/segments/preview').send({ subject: 'contact', rules });

  it.each([
    ['a number', 1],
    ['a text', '1'],
  ])('is one’s own workspace as %s', async (how, workspace_id) => {
    const sent = segmentOf(`Of a workspace: ${how}`, flat({ workspace_id }));
    const { body } = await app.api
      .post('/api/segments')
      .send({ ...sent, workspace_id })
      .expect(201);
    expect(body.rules).toEqual({ match: 'any', rules: [livesIn('Rome'), livesIn('Oslo')] });
    await app.api.get('/api/segments').query({ workspace_id }).expect(200);
    await preview(flat({ workspace_id })).expect(200);
  });

  it.each([2, '2', '01', null, { id: 1 }])('is nothing in the workspace %j', async (workspace_id) => {
    const before = await stored();
    const sent = segmentOf('Of another workspace', livesIn('Rome'));
    for (const refused of [
      app.api.post('/api/segments').send({ ...sent, workspace_id }),
      app.api.post('/api/segments').send({ ...sent, rules: flat({ workspace_id }) }),
      preview(flat({ workspace_id })),
    ])
      expect((await refused.expect(404)).body.code).toBe('workspace.not-found');
    expect(await stored()).toEqual(before);
    await app.api.get('/api/segments').query({ workspace_id: '2' }).expect(404);
  });

  it('is the order of the rules, in numbers that say what the list does', async () => {
    const numbered = (...orders: unknown[]) =>
      orders.map((order, index) => ({
        ...livesIn('Rome'),
        order,
        ...(index > 0 && { logical_operator: 'AND' }),
      }));
    await preview({ rules: numbered(1, 2, 5) }).expect(200);
    await preview(numbered(0, 1)).expect(200);
    const { body } = await preview({ rules: numbered(2, 1) }).expect(422);
    expect(found(body.problems)).toEqual([
      'rules[0].order: rule.unknown-key',
      'rules[1].order: rule.unknown-key',
    ]);
  });
});

describe('a stored rule that is no longer understood', () => {
  const breakRule = (id: string, rules: unknown) =>
    app.query('update segmentation.segments set rules = $2 where id = $1', [id, JSON.stringify(rules)]);

  it('shows as broken, keeps its members, is not calculated, and can be mended', async () => {
    await settle(app, town, 'kept');
    const { id } = await makeSegment(app.api, 'Breaks', livesIn(town));
    await calculate(app.api, id);
    await breakRule(id, { field: 'gone', operator: 'equals', value: 'x' });
    const { body } = await app.api.get(`/api/segments/${id}`).expect(200);
    expect(body).toMatchObject({ health: 'broken', words: null, member_count: 1 });
    expect(found(body.problems)).toEqual(['field: field.unknown']);
    const refused = await app.api.post(`/api/segments/${id}/calculate`).query({ wait: 'true' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'rule.invalid', problems: body.problems });
    expect(await membersOf(app.api, id)).toEqual(['kept']);
    expect((await app.api.get(`/api/segments/${id}/runs`)).body.items).toHaveLength(1);
    await app.api.put(`/api/segments/${id}`).send({ version: 1, name: 'Broken' }).expect(200);
    const mended = await app.api
      .put(`/api/segments/${id}`)
      .send({ version: 2, rules: livesIn(town) })
      .expect(200);
    expect(mended.body).toMatchObject({ health: 'ok', problems: [] });
  });

  it('does not keep the others from being listed, not even when its subject is gone', async () => {
    const { id } = await makeSegment(app.api, 'Of a ghost', livesIn('Rome'));
    await app.query(`update segmentation.segments set subject = 'ghost' where id = $1`, [id]);
    const { body } = await app.api.get('/api/segments').query({ limit: 500 }).expect(200);
    const ghost = body.items.find((segment: { id: string }) => segment.id === id);
    expect(ghost).toMatchObject({ health: 'broken', words: null });
    expect(found(ghost.problems)).toEqual([': rule.unknown-subject']);
    await app.api.delete(`/api/segments/${id}`).expect(204);
  });
});
