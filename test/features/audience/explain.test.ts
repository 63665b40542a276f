/** Why somebody is in a segment or not: every node of its rule with its verdict and the value that was tested. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, manual, memberOf, move, settle } from '../../support/segments.js';

let app: TestApplication;
let jo: string;
beforeAll(async () => {
  app = await openApplication();
  [jo = ''] = await settle(app, 'Whyby', 'jo');
  await app.query(`update crm.contacts set score = 12.50, vip = true, tags = '{a,b}' where id = $1`, [jo]);
  await app.query(
    `insert into crm.orders (tenant_id, contact_id, placed_at, status, total_base) values
       (1, $1, '2026-02-01T10:00:00Z', 'paid', 10), (1, $1, '2026-02-20T10:00:00Z', 'paid', 30.25)`,
    [jo],
  );
});
afterAll(() => app.close());

const all = (...rules: unknown[]) => ({ match: 'all', rules });
const explain = (id: string, member: string, query = {}) =>
  app.api
    .get(`/api/segments/${id}/members/${member}/explain`)
    .query({ as_of: '2026-03-01T12:00:00Z', ...query });

describe('an explanation', () => {
  it('goes through the whole rule, node by node, with what was found', async () => {
    const rules = all(
      livesIn('Whyby'),
      {
        match: 'none',
        rules: [
          { field: 'score', operator: 'greater_than', value: 20 },
          { field: 'email', operator: 'is_not_empty' },
        ],
      },
      { field: 'total_spend', operator: 'between', value: [40, 50] },
      { field: 'last_order_at', operator: 'within_last', value: { days: 3 } },
      { field: 'vip', operator: 'equals', value: true },
      { field: 'tags', operator: 'has_all', value: ['a', 'c'] },
      { ...livesIn('Rome'), disabled: true },
    );
    const { id } = await makeSegment(app.api, 'Why', rules);
    const { body } = await explain(id, jo).expect(200);
    expect(body).toMatchObject({
      member_id: jo,
      external_id: 'jo',
      display: 'jo',
      matches: false,
      is_member: false,
      added_at: null,
      cause: null,
    });
    const told = body.nodes.map((node: Record<string, unknown>) => [node.path, node.matches, node.value]);
    expect(told).toEqual([
      ['', false, undefined],
      ['rules[0]', true, 'Whyby'],
      ['rules[1]', true, undefined],
      ['rules[1].rules[0]', false, '12.50'],
      ['rules[1].rules[1]', false, null],
      ['rules[2]', true, '40.25'],
      ['rules[3]', false, expect.stringMatching(/^2026-02-20 /)],
      ['rules[4]', true, 'true'],
      ['rules[5]', false, 'a, b'],
    ]);
    for (const { words } of body.nodes) expect(words).toEqual(expect.stringMatching(/\S/));
  });

  it('knows ranks, measures and memberships, and agrees with the members', async () => {
    const base = await makeSegment(app.api, 'Why base', livesIn('Whyby'));
    await calculate(app.api, base.id);
    const rules = {
      match: 'any',
      rules: [
        { field: 'total_spend', operator: 'in_top', value: 100_000 },
        { related: 'orders', measure: 'count', operator: 'equals', value: 2 },
        memberOf(base.id),
        { everyone: true },
        { field: 'company', operator: 'is_empty' },
        { field: 'position', operator: 'within_radius', value: { latitude: 1, longitude: 1, kilometres: 1 } },
      ],
    };
    const { id } = await makeSegment(app.api, 'Why not', rules);
    await calculate(app.api, id);
    const { body } = await app.api.get(`/api/segments/${id}/members/${jo}/explain`).expect(200);
    expect(body).toMatchObject({
      matches: true,
      is_member: true,
      cause: 'first_fill',
      added_at: expect.any(String),
    });
    expect(body.nodes.map(({ matches }: { matches: boolean }) => matches)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(body.nodes[2].value).toBe('2');
  });

  it('shows addresses only to those who may export them', async () => {
    const [ada = ''] = await settle(app, 'Mailby', 'ada');
    await app.query(`update crm.contacts set email = 'ada@mail.example', phone = '+4930' where id = $1`, [
      ada,
    ]);
    const rules = all(
      { field: 'email', operator: 'is_not_empty' },
      { field: 'phone', operator: 'is_not_empty' },
      livesIn('Mailby'),
    );
    const { id } = await makeSegment(app.api, 'Mail', rules);
    const seenBy = async (key: string): Promise<unknown[]> => {
      const { body } = await app.as(key).get(`/api/segments/${id}/members/${ada}/explain`).expect(200);
      expect(body.matches).toBe(true);
      return body.nodes.slice(1).map(({ value }: { value: string | null }) => value);
    };
    expect(await seenBy(keys.own)).toEqual(['ada@mail.example', '+4930', 'Mailby']);
    expect(await seenBy(keys.reader)).toEqual([null, null, 'Mailby']);
  });

  it('tells apart who matches now from who was a member then', async () => {
    const [mo = ''] = await settle(app, 'Moveby', 'mo');
    const { id } = await makeSegment(app.api, 'Movers', livesIn('Moveby'), manual);
    await calculate(app.api, id, '2026-02-01T00:00:00Z');
    await move(app, 'elsewhere', 'mo');
    expect((await explain(id, mo).expect(200)).body).toMatchObject({ matches: false, is_member: true });
    const before = { as_of: '2026-01-31T00:00:00Z' };
    expect((await explain(id, mo, before).expect(200)).body).toMatchObject({
      matches: false,
      is_member: false,
    });
  });

  it.each(['999999999999', '0', '-1', 'jo', '007', '1.5', '9223372036854775808', '1%27'])(
    'is not to be had of %s, who is nobody',
    async (member) => {
      const { id } = await makeSegment(app.api, `Nobody ${member}`, livesIn('Whyby'));
      const { body } = await explain(id, member).expect(404);
      expect(body.code).toBe('member.not-found');
    },
  );

  it('is not to be had of an id with a NUL', async () => {
    const { id } = await makeSegment(app.api, 'Nobody at all', livesIn('Whyby'));
    const { body } = await explain(id, '%00').expect(400);
    expect(body.code).toBe('request.malformed');
  });

  it('is refused of a rule that is no longer understood', async () => {
    const { id } = await makeSegment(app.api, 'Broken why', livesIn('Whyby'));
    await app.query(
      `update segmentation.segments set rules = '{"field": "gone", "operator": "is_empty"}' where id = $1`,
      [id],
    );
    const { body } = await explain(id, jo).expect(422);
    expect(body.code).toBe('rule.invalid');
  });

  it.each(['soon', ''])('is refused as of “%s”', async (as_of) => {
    const { id } = await makeSegment(app.api, `As of “${as_of}”`, livesIn('Whyby'));
    const { body } = await explain(id, jo, { as_of }).expect(422);
    expect(body.code).toBe('as-of.invalid');
  });
});
