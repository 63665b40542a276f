/** Look-alikes: a planted likeness is found and said, noise is called noise, and what was found becomes a segment. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Lookalikes } from '../../../src/performance/lookalike/lookalike.service.js';
import type { Lookalike } from '../../../src/performance/lookalike/lookalike.view.js';
import { randomFrom } from '../../rule-language/random.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, makeStatic, manual, membersOf } from '../../support/segments.js';

let app: TestApplication;
/** Of those who score high and eat vegan, half are members; the others are what there is to find. */
let members: string;
let noise: string;
const hidden = Array.from({ length: 100 }, (_none, n) => `alike-${n}`);

const random = randomFrom(99);
/** About the middle, as wide as a normal distribution of that deviation. */
const around = (middle: number, deviation: number): number =>
  middle +
  (Array.from({ length: 12 }, () => random.next()).reduce((sum, one) => sum + one, 0) - 6) * deviation;

/** People with a score, tags, a diet and, at random, a language. */
async function plant(names: readonly string[], score: number, tag: string, diet: string): Promise<void> {
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, city, score, tags, dietary, language)
     select 1, e, 'Alikeby', s, array[$3], array[$4], l from unnest($1::text[], $2::numeric[], $5::text[]) t (e, s, l)`,
    [names, names.map(() => around(score, 8)), tag, diet, names.map(() => random.pick(['de', 'en', 'fr']))],
  );
}

beforeAll(async () => {
  app = await openApplication();
  const named = (name: string, count: number) => Array.from({ length: count }, (_none, n) => `${name}-${n}`);
  await plant(named('member', 200), 70, 'loud', 'vegan');
  await plant(hidden, 70, 'loud', 'vegan');
  await plant(named('unlike', 400), 40, 'calm', 'halal');
  members = await makeStatic(app.api, ...named('member', 200));
  const everybody = await app.query<{ id: string }>(
    'select external_id as id from crm.contacts where tenant_id = 1',
  );
  noise = await makeStatic(app.api, ...everybody.map(({ id }) => id).filter(() => random.chance(0.5)));
});
afterAll(() => app.close());

const find = async (id: string, body: object, status = 200): Promise<Lookalike> =>
  (await app.api.post(`/api/segments/${id}/lookalike`).send(body).expect(status)).body;
const refused = async (id: string, body: object): Promise<[number, string]> => {
  const answer = await app.api.post(`/api/segments/${id}/lookalike`).send(body);
  return [answer.status, answer.body.code];
};

describe('a planted likeness', () => {
  it('is found, with how sure it is and what it rests on', async () => {
    const found = await find(members, { fields: ['score', 'language'] });
    expect(found).toMatchObject({ segment_id: members, informative: true, saved: null, left_out: [] });
    expect(found.learned_from).toMatchObject({ members: 200, held_out: expect.any(Number) });
    // The hidden ones are among the others, as they are in life: nobody can do without a fault.
    expect(found.auc).toBeGreaterThan(0.85);
    expect(found.auc_low).toBeLessThan(found.auc);
    expect(found.auc_high).toBeGreaterThan(found.auc);
    const [first] = found.weights;
    expect(first).toMatchObject({ field: 'score', label: 'Score', kind: 'number', value: null });
    expect(first?.weight).toBeGreaterThan(0.5);
    expect(first?.per).toBeGreaterThan(5);
  });

  it('is said in words that need no statistics, in English and German', async () => {
    const in_ = async (language: string): Promise<readonly string[]> => {
      const body = { fields: ['score', 'tags', 'company.industry'] };
      const asked = app.api.post(`/api/segments/${members}/lookalike`).set('Accept-Language', language);
      const answer: Lookalike = (await asked.send(body).expect(200)).body;
      return answer.weights.map(({ words }) => words);
    };
    expect(await in_('en')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Score, for each [\d.]+ more: more like the members \(odds × [\d.]+\)\.$/),
        expect.stringMatching(/^Tags includes? “calm”: less like the members \(odds ÷ [\d.]+\)\.$/),
      ]),
    );
    expect(await in_('de')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Punktwert, je [\d,]+ mehr: den Mitgliedern ähnlicher \(Chance × [\d,]+\)\.$/),
        expect.stringMatching(/„calm“.*: den Mitgliedern unähnlicher \(Chance ÷ [\d,]+\)\.$/),
      ]),
    );
  });

  it('of values is found as well, and those of nobody weigh against', async () => {
    const { weights } = await find(members, { fields: ['tags'] });
    const weightOf = (value: string): number => weights.find((one) => one.value === value)?.weight ?? 0;
    expect(weightOf('loud')).toBeGreaterThan(1);
    expect(weightOf('calm')).toBeLessThan(0);
  });

  it('becomes a segment of the most similar, who are those that were hidden', async () => {
    const { saved } = await find(members, { fields: ['score', 'tags'], name: 'Found', size: 100 }, 201);
    expect(saved).toMatchObject({ name: 'Found', member_count: 100 });
    const found = await membersOf(app.api, saved?.segment_id ?? '');
    expect(found.filter((name) => hidden.includes(name)).length).toBeGreaterThan(95);
    const { body } = await app.api.get(`/api/segments/${saved?.segment_id}`).expect(200);
    expect(body).toMatchObject({ type: 'static', subject: 'contact', member_count: 100, version: 1 });
    expect(body.description).toMatch(
      /^Similar to the members of “.+”: the 100 most similar \(AUC 0\.\d\d\)\.$/,
    );
    const audit = await app.api
      .get('/api/audit')
      .query({ target: saved?.segment_id, sort: '-at' })
      .expect(200);
    expect(audit.body.items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['segment.created', 'segment.lookalike-saved']),
    );
    const entry = audit.body.items.find(
      ({ action }: { action: string }) => action === 'segment.lookalike-saved',
    );
    expect(entry.details).toMatchObject({
      source: members,
      size: 100,
      member_count: 100,
      fields: ['score', 'tags'],
    });
  });

  it('becomes a segment once, however often it is sent with one Idempotency-Key', async () => {
    const send = () =>
      app.api
        .post(`/api/segments/${members}/lookalike`)
        .set('Idempotency-Key', 'alike-once')
        .send({ fields: ['score'], name: 'Once', size: 10 })
        .expect(201);
    const first = await send();
    const second = await send();
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('becomes a segment of all who are similar enough: as many as the curve says', async () => {
    const { curve } = await find(members, { fields: ['score', 'tags'] });
    const wanted = curve.find(({ similarity }) => similarity === 0.5);
    const request = { fields: ['score', 'tags'], name: 'Enough', threshold: 0.5 };
    const { saved } = await find(members, request, 201);
    expect(saved?.member_count).toBe(wanted?.reach);
    expect(wanted?.reach).toBeGreaterThan(90);
    expect(wanted?.reach).toBeLessThan(130);
  });

  it('is the same each time, from a sample as well', async () => {
    const service = app.nest.get(Lookalikes);
    service.sampleSize = 120;
    const first = await find(members, {});
    expect(first.learned_from).toEqual({ members: 120, others: 120, held_out: 48 });
    expect(await find(members, {})).toEqual(first);
    expect(first.auc).toBeGreaterThan(0.8);
    service.sampleSize = 5000;
  });

  it('has a curve from everybody to nobody', async () => {
    const [{ count } = { count: 0 }] = await app.query<{ count: number }>(
      'select count(*)::integer as count from crm.contacts where tenant_id = 1',
    );
    const { curve } = await find(members, { fields: ['score'] });
    expect(curve).toHaveLength(100);
    expect(curve[0]).toEqual({ similarity: 0, reach: count - 200, members: 200 });
    for (const [place, point] of curve.slice(1).entries()) {
      expect(point.similarity).toBeCloseTo((place + 1) / 100, 12);
      expect(point.reach).toBeLessThanOrEqual(curve[place]?.reach ?? 0);
      expect(point.members).toBeLessThanOrEqual(curve[place]?.members ?? 0);
    }
  });
});

it('are none whom people have excluded', async () => {
  const like = { segment: members, operator: 'is_member' };
  const { id } = await makeSegment(app.api, 'Without some', like, { ...manual, type: 'hybrid' });
  await calculate(app.api, id);
  const { body } = await app.api.get(`/api/segments/${id}/members`).query({ limit: 3 }).expect(200);
  for (const { member_id } of body.items)
    await app.api.delete(`/api/segments/${id}/members/${member_id}`).expect(204);
  const { curve, saved } = await find(id, { fields: ['score'], name: 'None of them', size: 5000 }, 201);
  const excluded = body.items.map((one: { external_id: string }) => one.external_id);
  expect(excluded).toHaveLength(3);
  const found = await membersOf(app.api, saved?.segment_id ?? '');
  expect(found.filter((name) => excluded.includes(name))).toEqual([]);
  expect(found).toEqual(expect.arrayContaining(hidden));
  expect(curve[0]).toMatchObject({ members: 197, reach: saved?.member_count });
});

describe('what look-alikes go by', () => {
  it('is nothing sensitive, unless it is named', async () => {
    const usual = await find(members, {});
    expect(usual.weights.map(({ field }) => field)).not.toContain('dietary');
    expect(usual.left_out).toContainEqual({ field: 'dietary', reason: 'sensitive' });
    expect(usual.left_out).toContainEqual({ field: 'email_opt_in', reason: 'sensitive' });
    const named = await find(members, { fields: ['dietary'] });
    expect(named.weights.map(({ field }) => field)).toContain('dietary');
  });

  it('is not what the segment’s own rule asks about, unless it is named', async () => {
    const { id } = await makeSegment(app.api, 'High scores', {
      field: 'score',
      operator: 'greater_than',
      value: 60,
    });
    await calculate(app.api, id);
    const usual = await find(id, {});
    expect(usual.left_out).toContainEqual({ field: 'score', reason: 'rule' });
    expect(usual.weights.map(({ field }) => field)).not.toContain('score');
    expect((await find(id, { fields: ['score'] })).auc).toBeGreaterThan(0.99);
    const { id: outer } = await makeSegment(app.api, 'Of high scores', {
      segment: id,
      operator: 'is_member',
    });
    await calculate(app.api, outer);
    expect((await find(outer, {})).left_out).toContainEqual({ field: 'score', reason: 'rule' });
  });

  it('is nothing measured over the records that the rule measures', async () => {
    await app.query(
      `insert into crm.orders (tenant_id, contact_id, placed_at)
       select 1, id, now() from crm.contacts where tenant_id = 1 and external_id like 'alike-%'`,
    );
    const { id } = await makeSegment(app.api, 'Buyers', {
      related: 'orders',
      measure: 'count',
      operator: 'greater_than_or_equal',
      value: 1,
    });
    await calculate(app.api, id);
    const { left_out } = await find(id, {});
    const byRule = left_out.filter(({ reason }) => reason === 'rule').map(({ field }) => field);
    expect(byRule).toEqual(expect.arrayContaining(['total_spend', 'order_count']));
  });
});

describe('noise', () => {
  it('is called noise', async () => {
    for (const fields of [undefined, ['score', 'language', 'tags']]) {
      const found = await find(noise, { ...(fields && { fields }) });
      expect(found.informative).toBe(false);
      expect(Math.abs(found.auc - 0.5)).toBeLessThan(0.1);
      expect(found.auc_low).toBeLessThanOrEqual(0.5);
    }
  });

  it('makes no segment', async () => {
    const body = { fields: ['score', 'language'], name: 'Noise', size: 10 };
    expect(await refused(noise, body)).toEqual([422, 'lookalike.uninformative']);
    expect(await app.query(`select from segmentation.segments where name = 'Noise'`)).toEqual([]);
  });

  it('is also what there is to see where nobody has a value', async () => {
    expect(await find(members, { fields: ['company.industry'] })).toMatchObject({
      auc: 0.5,
      informative: false,
      weights: [],
    });
  });
});

describe('look-alikes are refused', () => {
  it.each<[string, object, number, string]>([
    ['a segment without a cut', { name: 'x' }, 400, 'request.invalid'],
    ['a segment with two cuts', { name: 'x', size: 5, threshold: 0.5 }, 400, 'request.invalid'],
    ['a cut without a segment', { size: 5 }, 400, 'request.invalid'],
    ['too many', { name: 'x', size: 100_001 }, 400, 'request.invalid'],
    ['no fields', { fields: [] }, 400, 'request.invalid'],
    ['an unknown field', { fields: ['ghost'] }, 422, 'rule.invalid'],
    ['a point', { fields: ['position'] }, 422, 'trait.unusable'],
    ['nobody', { fields: ['score'], name: 'x', threshold: 1 }, 422, 'lookalike.nobody'],
  ])('%s', async (_what, body, status, code) => {
    expect(await refused(members, body)).toEqual([status, code]);
  });

  it('of too few members, or of nearly everybody', async () => {
    expect(await refused(await makeStatic(app.api, 'alike-1'), {})).toEqual([422, 'lookalike.too-few']);
    const { id } = await makeSegment(app.api, 'Everybody', { everyone: true });
    await calculate(app.api, id);
    expect(await refused(id, {})).toEqual([422, 'lookalike.too-few']);
  });

  it('of more than a segment of them may have, and none is left behind', async () => {
    const service = app.nest.get(Lookalikes);
    const most = service.mostSaved;
    service.mostSaved = 20;
    const body = { fields: ['score'], name: 'Many', threshold: 0.1 };
    expect(await refused(members, body)).toEqual([422, 'lookalike.too-many']);
    service.mostSaved = most;
    expect(await app.query(`select from segmentation.segments where name = 'Many'`)).toEqual([]);
  });

  it('under a name that is taken', async () => {
    await makeSegment(app.api, 'Taken', livesIn('Alikeby'));
    expect(await refused(members, { fields: ['score'], name: 'Taken', size: 5 })).toEqual([
      409,
      'segment.name-taken',
    ]);
  });

  it('as a segment to whoever may not make any', async () => {
    const ask = (body: object) => app.as(keys.reader).post(`/api/segments/${members}/lookalike`).send(body);
    await ask({ fields: ['score'] }).expect(200);
    await ask({ fields: ['score'], name: 'Not mine to make', size: 5 }).expect(403);
  });
});

it.each(['email', 'phone'])('by %s is for those who may export it', async (field) => {
  const asked = (key: string) =>
    app
      .as(key)
      .post(`/api/segments/${members}/lookalike`)
      .send({ fields: ['language', field] });
  expect((await asked(keys.reader).expect(403)).body.code).toBe('access.forbidden');
  await asked(keys.own).expect(200);
});

it('knows nothing of other tenants’ people', async () => {
  const foreign = app.as(keys.foreign);
  await foreign.post(`/api/segments/${members}/lookalike`).send({}).expect(404);
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, score) select 2, 'alike-driver-' || n, n % 100 from generate_series(1, 300) n`,
  );
  const rules = { field: 'score', operator: 'greater_than', value: 60 };
  const { id } = await makeSegment(foreign, 'Fast drivers', rules);
  await calculate(foreign, id);
  const body = { fields: ['score'], name: 'Nearly as fast', size: 50 };
  const answer = await foreign.post(`/api/segments/${id}/lookalike`).send(body).expect(201);
  const [{ count } = { count: 0 }] = await app.query<{ count: number }>(
    'select count(*)::integer as count from crm.contacts where tenant_id = 2',
  );
  expect(answer.body.curve[0].reach + answer.body.curve[0].members).toBe(count);
  const found = await membersOf(foreign, answer.body.saved.segment_id);
  const own = await app.query<{ name: string }>(
    'select external_id as name from crm.contacts where tenant_id = 2',
  );
  expect(found).toHaveLength(50);
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(found));
});
