/** Edits of one node of a rule, the rows of a rule, and what is refused of either. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, segmentOf, settle, until } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const all = (...rules: unknown[]) => ({ match: 'all', rules });
const any = (...rules: unknown[]) => ({ match: 'any', rules });
const vip = { field: 'vip', operator: 'equals', value: true };
const [rome, oslo, bern] = [livesIn('Rome'), livesIn('Oslo'), livesIn('Bern')];
/** The same nodes, each by a name of its own. */
const named = (id: string, node: object) => ({ id, ...node });

let count = 0;
async function segmentWith(rules: unknown): Promise<string> {
  count += 1;
  return (await makeSegment(app.api, `Edited ${count}`, rules)).id;
}

const read = async (id: string) => (await app.api.get(`/api/segments/${id}`).expect(200)).body;
const nodes = async (id: string) => (await app.api.get(`/api/segments/${id}/rules`).expect(200)).body;

/** The rule without the ids that nobody has given. */
async function ruleOf(id: string): Promise<unknown> {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.entries(value).filter(([key, part]) => key !== 'id' || String(part).length < 36);
    return Object.fromEntries(parts.map(([key, part]) => [key, bare(part)]));
  };
  return bare((await read(id)).rules);
}

interface Node {
  readonly id: string;
  readonly path: string;
}
const idAt = async (id: string, path: string): Promise<string> =>
  (await nodes(id)).items.find((node: Node) => node.path === path)?.id;

const add = (id: string, sent: object) =>
  app.api.post(`/api/segments/${id}/rules`).send({ version: 1, ...sent });
const put = (id: string, rule: string, sent: object) =>
  app.api.put(`/api/segments/${id}/rules/${rule}`).send({ version: 1, ...sent });
const order = (id: string, sent: object) =>
  app.api.put(`/api/segments/${id}/rules/order`).send({ version: 1, ...sent });
const remove = (id: string, rule: string, version = 1) =>
  app.api.delete(`/api/segments/${id}/rules/${rule}`).send({ version });

describe('the nodes of a rule', () => {
  const where = all({ field: 'status', operator: 'equals', value: 'paid' });
  const orders = { related: 'orders', measure: 'count', operator: 'greater_than', value: 3, where };

  it('are told with where they stand, and the ids by which they are edited', async () => {
    const id = await segmentWith(all(named('a', rome), any(vip, orders)));
    const { items, version } = await nodes(id);
    expect(version).toBe(1);
    const brief = items.map(
      ({ path, position, logical_operator, field, operator, value }: Record<string, unknown>) => [
        path,
        position,
        logical_operator,
        field,
        operator,
        value,
      ],
    );
    expect(brief).toEqual([
      ['', 0, null, null, null, null],
      ['rules[0]', 0, 'AND', 'city', 'equals', 'Rome'],
      ['rules[1]', 1, 'AND', null, null, null],
      ['rules[1].rules[0]', 0, 'OR', 'vip', 'equals', true],
      ['rules[1].rules[1]', 1, 'OR', 'orders', 'greater_than', 3],
      ['rules[1].rules[1].where', 0, null, null, null, null],
      ['rules[1].rules[1].where.rules[0]', 0, 'AND', 'status', 'equals', 'paid'],
    ]);
    const ids = items.map((node: Node) => node.id);
    expect(ids[1]).toBe('a');
    expect(new Set(ids).size).toBe(7);
    expect(items[3].parent_id).toBe(ids[2]);
    expect((await nodes(id)).items).toEqual(items);
    expect((await read(id)).rules).toEqual(all(named('a', rome), any(vip, orders)));
  });

  it('keep their ids through edits of others', async () => {
    const id = await segmentWith(all(rome, vip));
    const [root, first, second] = (await nodes(id)).items.map((node: Node) => node.id);
    const { body } = await add(id, { rule: oslo, position: 0 }).expect(201);
    expect(body).toMatchObject({ version: 2, rule: { path: 'rules[0]', field: 'city', value: 'Oslo' } });
    expect((await nodes(id)).items.map((node: Node) => node.id)).toEqual([root, body.rule.id, first, second]);
  });

  it('are rows as well, by which segments are found that speak of a field', async () => {
    const spent = { field: 'total_spend', operator: 'greater_than', value: 5 };
    const id = await segmentWith(all({ ...rome, disabled: true }, vip, orders, spent));
    const rows = await app.query(
      'select path, uses from segmentation.segment_rules where segment_id = $1 order by path',
      [id],
    );
    expect(rows).toEqual([
      { path: '', uses: [] },
      { path: 'rules[0]', uses: [] },
      { path: 'rules[1]', uses: ['contact.vip'] },
      { path: 'rules[2]', uses: [] },
      { path: 'rules[2].where', uses: [] },
      { path: 'rules[2].where.rules[0]', uses: ['order.status'] },
      { path: 'rules[3]', uses: expect.arrayContaining(['contact.total_spend', 'order.status']) },
    ]);
    const users = async (field: string) => {
      const { body } = await app.api.get('/api/segments').query({ field, limit: 500 }).expect(200);
      return body.items.map((segment: { id: string }) => segment.id);
    };
    expect(await users('contact.total_spend')).toEqual([id]);
    await app.api.put(`/api/segments/${id}`).send({ version: 1, rules: rome }).expect(200);
    expect(await users('contact.total_spend')).toEqual([]);
    expect(await users('contact.city')).toContain(id);
  });
});

describe('adding', () => {
  it.each<[string, unknown, object, unknown]>([
    ['at the end', all(rome, vip), { rule: oslo }, all(rome, vip, oslo)],
    ['by its parts', all(rome), { field: 'city', operator: 'equals', value: 'Oslo' }, all(rome, oslo)],
    ['in between', all(rome, vip), { rule: oslo, position: 1 }, all(rome, oslo, vip)],
    [
      'into a group',
      all(vip, named('g', any(rome))),
      { rule: oslo, parent_id: 'g' },
      all(vip, named('g', any(rome, oslo))),
    ],
    ['a group', all(rome), { rule: any(oslo, bern) }, all(rome, any(oslo, bern))],
    ['to a single condition', rome, { rule: vip }, all(rome, vip)],
    ['to a single condition, as another way', rome, { rule: oslo, logical_operator: 'OR' }, any(rome, oslo)],
    ['to a group of one, as another way', all(rome), { rule: oslo, logical_operator: 'OR' }, any(rome, oslo)],
    [
      'as the group is joined',
      any(rome, oslo),
      { rule: bern, logical_operator: 'OR' },
      any(rome, oslo, bern),
    ],
    [
      'what is written as others write it',
      all(rome),
      { rule: { field: 'contact.city', operator: 'in', value: ['Oslo'] } },
      all(rome, { field: 'city', operator: 'in_list', value: ['Oslo'] }),
    ],
    [
      'a document of another CRM, as a group',
      all(vip),
      {
        rule: {
          workspace_id: 1,
          entity: 'contact',
          match_type: 'any',
          rules: [
            { ...rome, order: 1 },
            { ...oslo, order: 2 },
          ],
        },
      },
      all(vip, any(rome, oslo)),
    ],
    [
      'one whose rules say how they join',
      all(vip),
      { rule: { rules: [rome, { ...oslo, logical_operator: 'OR' }, { ...vip, logical_operator: 'AND' }] } },
      all(vip, any(rome, all(oslo, vip))),
    ],
    [
      'a list of them',
      all(vip),
      { rule: [rome, { ...oslo, logical_operator: 'OR' }] },
      all(vip, any(rome, oslo)),
    ],
    [
      'a list of one',
      all(vip),
      { rule: [{ ...rome, logical_operator: 'AND', order: 1 }] },
      all(vip, all(rome)),
    ],
    [
      'a row of one, which says how it joins',
      all(rome),
      { rule: { ...oslo, logical_operator: 'OR' } },
      any(rome, oslo),
    ],
    [
      'a row before the others, which joins none',
      all(rome, vip),
      { rule: { ...oslo, logical_operator: 'OR' }, position: 0 },
      all(oslo, rome, vip),
    ],
    ['without a place', all(rome), { rule: oslo, parent_id: null, position: null }, all(rome, oslo)],
    ['joined by nothing', all(rome), { rule: { ...oslo, logical_operator: null } }, all(rome, oslo)],
  ])('%s', async (_how, before, sent, after) => {
    const id = await segmentWith(before);
    const { body } = await add(id, sent).expect(201);
    expect(body.version).toBe(2);
    expect(await ruleOf(id)).toEqual(after);
  });

  it.each<[string, unknown, object, number, string, string]>([
    [
      'a rule that is not understood',
      all(rome),
      { rule: { field: 'town', operator: 'is_empty' } },
      422,
      'rule.invalid',
      'rules[1].field',
    ],
    [
      'an id that is taken',
      all(named('a', rome)),
      { rule: named('a', oslo) },
      422,
      'rule.invalid',
      'rules[1].id',
    ],
    [
      'where the group is joined otherwise',
      all(rome, vip),
      { rule: oslo, logical_operator: 'OR' },
      422,
      'rule.edit',
      'logical_operator',
    ],
    [
      'a row that is joined otherwise',
      all(rome, vip),
      { rule: { ...oslo, logical_operator: 'OR' } },
      422,
      'rule.edit',
      'logical_operator',
    ],
    [
      'a row that says two ways to be joined',
      all(rome),
      { rule: { ...oslo, logical_operator: 'OR' }, logical_operator: 'AND' },
      422,
      'rule.edit',
      'logical_operator',
    ],
    [
      'a row that is joined in no known way',
      all(rome),
      { rule: { ...oslo, logical_operator: 'XOR' } },
      422,
      'rule.edit',
      'logical_operator',
    ],
    [
      'a list of one that is joined in no known way',
      all(rome),
      { rule: [{ ...oslo, logical_operator: 'XOR' }] },
      422,
      'rule.invalid',
      'rules[1].rules[0].logical_operator',
    ],
    ['an empty list', all(rome), { rule: [] }, 422, 'rule.invalid', 'rules[1]'],
    [
      'a row with a number of its own',
      all(rome),
      { rule: { ...oslo, order: 1 } },
      422,
      'rule.edit',
      'position',
    ],
    [
      'a document about others',
      all(rome),
      { rule: { entity: 'company', match_type: 'all', rules: [oslo] } },
      422,
      'rule.edit',
      'rule',
    ],
    [
      'a list that does not say how its rules join',
      all(rome),
      { rule: [oslo, bern] },
      422,
      'rule.invalid',
      'rules[1].match',
    ],
    ['beyond the end', all(rome), { rule: oslo, position: 2 }, 422, 'rule.edit', 'position'],
    ['into what is not there', all(rome), { rule: oslo, parent_id: 'x' }, 422, 'rule.edit', 'parent_id'],
    [
      'into a group that is disabled',
      all(rome, { ...named('z', all(vip)), disabled: true }),
      { rule: oslo, parent_id: 'z' },
      422,
      'rule.edit',
      'parent_id',
    ],
    [
      'into a condition',
      all(named('a', rome)),
      { rule: oslo, parent_id: 'a' },
      422,
      'rule.edit',
      'parent_id',
    ],
    ['nothing', all(rome), {}, 400, 'request.invalid', 'rule'],
    ['no object', all(rome), { rule: 'x' }, 400, 'request.invalid', 'rule'],
    ['two at once', all(rome), { rule: oslo, field: 'city' }, 400, 'request.invalid', 'rule'],
    ['a position that is none', all(rome), { rule: oslo, position: -1 }, 400, 'request.invalid', 'position'],
  ])('is refused of %s, and nothing changes', async (_what, before, sent, status, code, path) => {
    const id = await segmentWith(before);
    const stored = await read(id);
    const { body } = await add(id, sent).expect(status);
    expect(body).toMatchObject({ code, problems: [expect.objectContaining({ path })] });
    expect(await read(id)).toEqual(stored);
  });

  it('says how far a position goes', async () => {
    const { body } = await add(await segmentWith(all(rome)), { rule: oslo, position: 2 }).expect(422);
    expect(body.detail ?? body.message).toBe(
      'With this one the group has 2 rules: the position, from 0, is at most 1.',
    );
  });
});

it('is refused of a document of another workspace, as if that were not there', async () => {
  const id = await segmentWith(all(rome));
  const rule = { workspace_id: '2', entity: 'contact', match_type: 'all', rules: [oslo] };
  expect((await add(id, { rule }).expect(404)).body.code).toBe('workspace.not-found');
  expect((await put(id, await idAt(id, 'rules[0]'), { rule }).expect(404)).body.code).toBe(
    'workspace.not-found',
  );
});

describe('replacing', () => {
  const inWhere = (status: string) => ({
    related: 'orders',
    measure: 'count',
    operator: 'equals',
    value: 0,
    where: all({ field: 'status', operator: 'equals', value: status }),
  });

  it.each<[string, unknown, string, object, unknown]>([
    ['a condition', all(rome, vip), 'rules[0]', { rule: oslo }, all(oslo, vip)],
    ['the whole rule', rome, '', { rule: any(oslo, bern) }, any(oslo, bern)],
    [
      'the whole rule by a document of another CRM',
      rome,
      '',
      { rule: { entity: 'contact', match_type: 'any', rules: [oslo, bern] } },
      any(oslo, bern),
    ],
    [
      'a condition by a row of one',
      any(rome, vip),
      'rules[0]',
      { rule: { ...oslo, logical_operator: 'OR' } },
      any(oslo, vip),
    ],
    [
      'inside where',
      all(inWhere('paid')),
      'rules[0].where.rules[0]',
      { rule: { field: 'status', operator: 'equals', value: 'pending' } },
      all(inWhere('pending')),
    ],
    ['by its place', all(rome, oslo, vip), 'rules[2]', { position: 0 }, all(vip, rome, oslo)],
    [
      'by its group',
      all(vip, rome, named('g', any(oslo))),
      'rules[1]',
      { parent_id: 'g' },
      all(vip, named('g', any(oslo, rome))),
    ],
    ['how it is joined', all(rome, oslo), 'rules[1]', { logical_operator: 'OR' }, any(rome, oslo)],
    [
      'the first of a group by a row, which joins none',
      all(rome, vip),
      'rules[0]',
      { rule: { ...oslo, logical_operator: 'OR' } },
      all(oslo, vip),
    ],
    [
      'the first by its parts',
      all(rome, vip),
      'rules[0]',
      { ...oslo, logical_operator: 'OR', parent_id: null },
      all(oslo, vip),
    ],
    ['the whole rule by a row', rome, '', { rule: { ...oslo, logical_operator: 'AND' } }, oslo],
    ['the whole rule by its parts', rome, '', { ...oslo, logical_operator: 'AND' }, oslo],
  ])('%s', async (_what, before, path, sent, after) => {
    const id = await segmentWith(before);
    const node = await idAt(id, path);
    const { body } = await put(id, node, sent).expect(200);
    expect(body).toMatchObject({ version: 2, rule: { id: node } });
    expect(await ruleOf(id)).toEqual(after);
  });

  it.each<[string, unknown, string, object, string]>([
    [
      'a row that is joined otherwise',
      all(rome, vip),
      'rules[1]',
      { rule: { ...oslo, logical_operator: 'OR' } },
      'logical_operator',
    ],
    [
      'a row by its parts',
      all(rome, vip),
      'rules[1]',
      { ...oslo, logical_operator: 'OR' },
      'logical_operator',
    ],
    [
      'one that moves within its group',
      all(rome, vip),
      'rules[0]',
      { rule: { ...oslo, logical_operator: 'OR' }, position: 1 },
      'logical_operator',
    ],
    ['a join of the whole rule', all(rome), '', { logical_operator: 'AND' }, 'logical_operator'],
  ])('is refused of %s, and nothing changes', async (_what, before, path, sent, at) => {
    const id = await segmentWith(before);
    const { body } = await put(id, await idAt(id, path), sent).expect(422);
    expect(body).toMatchObject({ code: 'rule.edit', problems: [{ path: at }] });
    expect((await read(id)).version).toBe(1);
  });

  it('is refused of what is not there, what would rest in itself, and the whole rule’s place', async () => {
    const id = await segmentWith(all(rome, named('g', any(oslo, named('h', all(bern))))));
    expect((await put(id, 'x', { rule: oslo }).expect(404)).body.code).toBe('rule.not-found');
    expect((await put(id, 'g', { parent_id: 'h' }).expect(422)).body.code).toBe('rule.edit');
    expect((await put(id, await idAt(id, ''), { position: 0 }).expect(422)).body.code).toBe('rule.edit');
    expect((await read(id)).version).toBe(1);
  });
});

describe('removing', () => {
  it('takes a node out, and what is inside it', async () => {
    const id = await segmentWith(all(named('a', rome), named('g', any(oslo, bern)), vip));
    const { body } = await remove(id, 'g').expect(200);
    expect(body).toMatchObject({ version: 2, items: [{ path: '' }, { id: 'a' }, { field: 'vip' }] });
    expect(await ruleOf(id)).toEqual(all(named('a', rome), vip));
    await remove(id, 'a').expect(409);
    await app.api.delete(`/api/segments/${id}/rules/a`).set('If-Match', '"2"').expect(200);
    await app.api.delete(`/api/segments/${id}/rules/b`).expect(400);
  });

  it.each<[string, unknown, string, string, string]>([
    ['the last of a group', all(vip, any(rome)), 'rules[1].rules[0]', 'rule.invalid', 'rules[1]'],
    [
      'one that others need to be enough',
      { match: { at_least: 2 }, rules: [vip, rome] },
      'rules[0]',
      'rule.invalid',
      'match',
    ],
    ['the whole rule', all(vip), '', 'rule.edit', 'rule'],
  ])('is refused of %s', async (_what, rules, path, code, at) => {
    const id = await segmentWith(rules);
    const { body } = await remove(id, await idAt(id, path)).expect(422);
    expect(body).toMatchObject({ code, problems: [{ path: at }] });
    expect((await read(id)).version).toBe(1);
  });
});

describe('the order', () => {
  it('is changed of the whole rule or of a group; the same again is no version', async () => {
    const id = await segmentWith(all(named('a', rome), named('g', any(named('b', oslo), named('c', bern)))));
    await order(id, { order: ['g', 'a'] }).expect(200);
    const { body } = await order(id, { version: 2, parent_id: 'g', order: ['c', 'b'] }).expect(200);
    expect(body.version).toBe(3);
    expect(await ruleOf(id)).toEqual(
      all(named('g', any(named('c', bern), named('b', oslo))), named('a', rome)),
    );
    expect((await order(id, { version: 3, order: ['g', 'a'] }).expect(200)).body.version).toBe(3);
  });

  it.each<[string, string[], string[]]>([
    ['leaves one out', ['a'], ['order']],
    ['names one twice', ['a', 'b', 'a'], ['order[2]']],
    ['names a stranger', ['a', 'x', 'b'], ['order[1]']],
  ])('is refused where it %s', async (_what, ids, paths) => {
    const id = await segmentWith(all(named('a', rome), named('b', vip)));
    const { body } = await order(id, { order: ids }).expect(422);
    expect(body.problems.map(({ path }: { path: string }) => path)).toEqual(paths);
  });
});

describe('edits of a rule', () => {
  it('are not made of a static segment, nor of an archived one', async () => {
    const { body: made } = await app.api
      .post('/api/segments')
      .send({ ...segmentOf('No rule', undefined), type: 'static' });
    for (const refused of [app.api.get(`/api/segments/${made.id}/rules`), add(made.id, { rule: rome })])
      expect((await refused.expect(409)).body.code).toBe('segment.no-rule');
    const id = await segmentWith(all(rome));
    await app.api.post(`/api/segments/${id}/archive`).expect(200);
    expect((await add(id, { rule: vip }).expect(409)).body.code).toBe('segment.status');
  });

  it('do not get in each other’s way: one is made, and the others are told', async () => {
    const id = await segmentWith(all(rome));
    const answers = await Promise.all([vip, oslo, bern].map((rule) => add(id, { rule })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: 'segment.changed', problems: [{ path: 'rules' }] });
    expect((await nodes(id)).items).toHaveLength(3);
  });

  it('while the segment is calculated have the last word', async () => {
    await settle(app, 'Calcby', 'calc-1', 'calc-2');
    const id = await segmentWith(all(livesIn('Calcby')));
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.contacts in access exclusive mode');
    const run = app.api.post(`/api/segments/${id}/calculate?wait=true`).then();
    await until(
      () =>
        app.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%difference%'`,
        ),
      (waiting) => waiting.length > 0,
    );
    await add(id, { rule: vip }).expect(201);
    await client.query('commit');
    client.release();
    expect((await run).body).toMatchObject({ status: 'discarded', error_code: 'run.rule-edited' });
    expect((await read(id)).member_count).toBeNull();
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', member_count: 0 });
  });
});
