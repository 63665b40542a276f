/** Members that are kept in memory: never older than those that are stored, whoever has changed them, and never too many. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberSets } from '../../../src/performance/overlap/member-sets.js';
import { openApplication, startApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  makeStatic,
  manual,
  move,
  segmentOf,
  settle,
} from '../../support/segments.js';
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

describe('after a change of members, a process that has seen them before sees them', () => {
  let towns = 0;

  /** Two in town, a segment that somebody changes, and one that has both. */
  async function scene() {
    const town = `Changeby ${++towns}`;
    const names = [`${town} 1`, `${town} 2`];
    const [first = '', second = ''] = await settle(app, town, ...names);
    const both = await makeStatic(app.api, ...names);
    return { town, first, second, both, names };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;

  const hybrid = async ({ town }: Scene): Promise<string> => {
    const { body } = await app.api
      .post('/api/segments')
      .send({ ...segmentOf(`Hybrid ${++towns}`, livesIn(town)), type: 'hybrid' })
      .expect(201);
    await calculate(app.api, body.id);
    return body.id;
  };
  const ruled = async ({ town }: Scene): Promise<string> => {
    const { id } = await makeSegment(app.api, `Ruled ${++towns}`, livesIn(town), manual);
    await calculate(app.api, id, '2026-03-01T00:00:00Z');
    return id;
  };
  const empty = (): Promise<string> => makeStatic(app.api);

  it.each<[string, (at: Scene) => Promise<string>, (at: Scene, id: string) => Promise<unknown>, number]>([
    [
      'calculated',
      ruled,
      async ({ names }, id) => {
        await move(app, 'elsewhere', names[0] ?? '');
        await calculate(app.api, id);
      },
      1,
    ],
    [
      'calculated as of the same instant, as many as before',
      ruled,
      async ({ town, names }, id) => {
        await move(app, 'elsewhere', names[0] ?? '');
        await settle(app, town, `${town} 3`);
        await calculate(app.api, id, '2026-03-01T00:00:00Z');
      },
      1,
    ],
    [
      'added by hand',
      empty,
      ({ first }, id) =>
        app.api
          .post(`/api/segments/${id}/members`)
          .send({ member_ids: [first] })
          .expect(200),
      1,
    ],
    [
      'excluded by hand',
      hybrid,
      ({ first }, id) => app.api.delete(`/api/segments/${id}/members/${first}`).expect(204),
      1,
    ],
    [
      'left to the rule again',
      async (at) => {
        const id = await hybrid(at);
        await app.api.delete(`/api/segments/${id}/members/${at.first}`).expect(204);
        return id;
      },
      ({ first }, id) => app.api.delete(`/api/segments/${id}/pins/${first}`).expect(204),
      2,
    ],
    [
      'imported',
      empty,
      ({ names }, id) =>
        app.api
          .post(`/api/segments/${id}/members/import`)
          .type('text/csv')
          .send(`external_id\n${names.join('\n')}`)
          .expect(200),
      2,
    ],
    [
      'erased',
      ruled,
      async ({ first }) => {
        await app.api.delete(`/api/subjects/contact/${first}/personal-data`).expect(200);
      },
      1,
    ],
  ])('%s', async (_how, make, change, common) => {
    const at = await scene();
    const id = await make(at);
    await overlap(replica.api, id, at.both);
    await change(at, id);
    const body = await overlap(replica.api, id, at.both);
    expect(body.pairs[0]?.intersection).toBe(common);
    expect(body).toEqual(await overlap(app.api, id, at.both));
  });

  it('takes what has not changed from memory', async () => {
    const { both } = await scene();
    const other = await makeStatic(app.api);
    await overlap(replica.api, both, other);
    // Behind the engine's back, which it does not look for.
    await app.query('delete from segmentation.contact_stays where segment_id = $1', [both]);
    const { segments } = await overlap(replica.api, both, other);
    expect(segments[0]?.member_count).toBe(2);
  });
});

describe('what is kept in memory', () => {
  it('is bounded: beyond it, segments are too large, or those of others go', async () => {
    await settle(app, 'Manyby', 'many-1', 'many-2', 'many-3', 'many-4');
    const kept = new MemberSets();
    kept.mostMembers = 3;
    kept.mostSets = 2;
    const subject = { name: 'contact' } as never;
    let reads = 0;
    const ask = (tenant: string, version: string, people: Record<string, string[]>) =>
      kept.of(
        { tenant, subject },
        Object.keys(people).map((segment_id) => ({ segment_id, members_version: version })),
        async function* (segment) {
          reads += 1;
          yield people[segment] ?? [];
        },
      );
    await ask('1', '1', { a: ['x', 'y'], b: ['y', 'z'] });
    await ask('1', '1', { a: [], b: [] });
    expect(reads).toBe(2);
    await expect(ask('1', '2', { a: ['x', 'y'], b: ['v', 'w'] })).rejects.toMatchObject({
      code: 'overlap.too-many-members',
    });
    // Whoever has left takes no room for good.
    await ask('1', '3', { a: ['new', 'newer'], b: ['newest'] });
    await ask('2', '1', { c: ['x', 'y', 'z'] });
    reads = 0;
    await ask('1', '3', { a: ['new'], b: [], d: [] });
    await ask('1', '3', { d: [], b: [] });
    expect(reads).toBe(3);
    await ask('1', '3', { a: ['new'] });
    expect(reads).toBe(4);
  });
});
