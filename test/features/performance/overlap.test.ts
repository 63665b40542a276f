/** Overlap: what segments have in common is what their stored members say, whichever process is asked. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Overlap } from '../../../src/performance/overlap/overlap.service.js';
import { randomFrom } from '../../rule-language/random.js';
import { keys, openApplication, startApplication, type TestApplication } from '../../support/application.js';
import { calculate, makeSegment, makeStatic, membersOf, settle } from '../../support/segments.js';
import { overlap } from './asked.js';

let app: TestApplication;
/** Another process over the same database. */
let replica: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  replica = await startApplication(app.database, app.database.url);
});
afterAll(async () => {
  await replica.nest.close();
  await app.close();
});

/** What the answer has to be, worked out of sets of people. */
function reckoned(segments: ReadonlyMap<string, ReadonlySet<string>>) {
  const ids = [...segments.keys()];
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const setOf = (id: string) => segments.get(id) ?? new Set<string>();
  const pairs = ids.flatMap((a, place) =>
    ids.slice(place + 1).map((b) => {
      const intersection = [...setOf(a)].filter((person) => setOf(b).has(person)).length;
      const union = new Set([...setOf(a), ...setOf(b)]).size;
      return {
        a,
        b,
        intersection,
        union,
        jaccard: share(intersection, union),
        share_of_a: share(intersection, setOf(a).size),
        share_of_b: share(intersection, setOf(b).size),
      };
    }),
  );
  const everyone = new Set(ids.flatMap((id) => [...setOf(id)]));
  const regions = new Map<string, number>();
  for (const person of everyone) {
    const place = ids.filter((id) => setOf(id).has(person)).join(',');
    regions.set(place, (regions.get(place) ?? 0) + 1);
  }
  return {
    sizes: ids.map((id) => [id, setOf(id).size]),
    pairs,
    regions: new Map([...regions].map(([place, count]) => [place, [count, share(count, everyone.size)]])),
  };
}

const told = ({ segments, pairs, regions }: Overlap) => ({
  sizes: segments.map(({ segment_id, member_count }) => [segment_id, member_count]),
  pairs,
  regions: new Map(regions?.map((one) => [one.in.join(','), [one.count, one.share]])),
});

describe('overlap', () => {
  it('is exact, through random histories of six segments, in every process alike', async () => {
    const random = randomFrom(7);
    const people = Array.from({ length: 70 }, (_none, n) => `over-${n}`);
    const keysOf = new Map<string, string>();
    for (const [place, id] of (await settle(app, 'Overby', ...people)).entries())
      keysOf.set(people[place] ?? '', id);
    const segments = new Map<string, Set<string>>();
    for (let n = 0; n < 6; n++) segments.set(await makeStatic(app.api), new Set());
    for (let step = 0; step < 40; step++) {
      const id = random.pick([...segments.keys()]);
      const members = segments.get(id) ?? new Set();
      if (members.size > 0 && random.chance(0.3)) {
        const leaver = random.pick([...members]);
        members.delete(leaver);
        await app.api.delete(`/api/segments/${id}/members/${keysOf.get(leaver)}`).expect(204);
      } else {
        const external_ids = people.filter(() => random.chance(0.25));
        for (const person of external_ids) members.add(person);
        if (external_ids.length > 0)
          await app.api.post(`/api/segments/${id}/members`).send({ external_ids }).expect(200);
      }
      const [first = '', ...others] = segments.keys();
      const asked = random.pick([app, replica]);
      expect(told(await overlap(asked.api, first, ...others))).toEqual(reckoned(segments));
    }
  });

  it('gives each part a rule that has just its members', async () => {
    await settle(app, 'Partby', 'part-1', 'part-2', 'part-3', 'part-4');
    const a = await makeStatic(app.api, 'part-1', 'part-2', 'part-3');
    const b = await makeStatic(app.api, 'part-2', 'part-3', 'part-4');
    const { regions } = await overlap(app.api, a, b);
    const members: Record<string, string[]> = {};
    for (const { in: where, rules } of regions ?? []) {
      const { id } = await makeSegment(app.api, `Part ${where.length} ${where[0]}`, rules);
      await calculate(app.api, id);
      members[where.map((one) => (one === a ? 'a' : 'b')).join('')] = await membersOf(app.api, id);
    }
    expect(members).toEqual({ a: ['part-1'], b: ['part-4'], ab: ['part-2', 'part-3'] });
  });

  it('tells no parts of more than six', async () => {
    const [first = '', ...others] = await Promise.all(Array.from({ length: 7 }, () => makeStatic(app.api)));
    const body = await overlap(app.api, first, ...others);
    expect(body.regions).toBeNull();
    expect(body.pairs).toHaveLength(21);
  });

  it('is with the largest others of the same subject, where none are named', async () => {
    const company = { name: 'Companies all', subject: 'company', rules: { everyone: true } };
    const { body } = await app.api.post('/api/segments').send(company).expect(201);
    await calculate(app.api, body.id);
    const { id: all } = await makeSegment(app.api, 'Contacts all', { everyone: true });
    await calculate(app.api, all);
    const { id: archived } = await makeSegment(app.api, 'Contacts once', { everyone: true });
    await calculate(app.api, archived);
    await app.api.post(`/api/segments/${archived}/archive`).expect(200);
    const id = await makeStatic(app.api);
    const answer = await app.api.get(`/api/segments/${id}/overlap`).query({ limit: 2 }).expect(200);
    expect(answer.body.subject).toBe('contact');
    expect(answer.body.segments.map(({ segment_id }: { segment_id: string }) => segment_id)).toEqual([
      id,
      all,
      expect.not.stringMatching(archived),
    ]);
  });

  it('counts itself once, and each other once, however often they are named', async () => {
    const a = await makeStatic(app.api);
    const b = await makeStatic(app.api);
    const { segments } = await overlap(app.api, a, b, a.toUpperCase(), b);
    expect(segments.map(({ segment_id }: { segment_id: string }) => segment_id)).toEqual([a, b]);
  });
});

describe('overlap is refused', () => {
  it.each<[string, number, string, () => Promise<string> | string]>([
    ['with what is no id', 400, 'request.invalid', () => 'x'],
    [
      'with fifty others',
      400,
      'request.invalid',
      () => Array(50).fill('01890000-0000-7000-8000-000000000000').join(','),
    ],
    [
      'with a segment that is not there',
      404,
      'segment.not-found',
      () => '01890000-0000-7000-8000-000000000000',
    ],
    ['with another tenant’s', 404, 'segment.not-found', () => makeStatic(app.as(keys.foreign))],
    [
      'with one of another subject',
      422,
      'segment.other-subject',
      async () => {
        const companies = { name: 'Companies', subject: 'company', type: 'static' };
        return (await app.api.post('/api/segments').send(companies).expect(201)).body.id;
      },
    ],
  ])('%s', async (_what, status, code, others) => {
    const id = await makeStatic(app.api);
    const { body } = await app.api
      .get(`/api/segments/${id}/overlap`)
      .query({ with: await others() })
      .expect(status);
    expect(body.code).toBe(code);
  });

  it('to whoever may not read segments', async () => {
    await app
      .as(keys.powerless)
      .get(`/api/segments/${await makeStatic(app.api)}/overlap`)
      .expect(403);
  });
});
