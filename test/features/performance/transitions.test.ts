/** Transitions: who moved from segment to segment, against the same definition worked out over the stays in memory. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Crossing, Transitions } from '../../../src/performance/transitions/transitions.service.js';
import { type Random, randomFrom } from '../../rule-language/random.js';
import { type Api, keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, makeStatic, move, settle } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

/** Hours since the beginning of March, in Berlin. */
type Hour = number;
interface Stay {
  readonly person: string;
  readonly segment: string;
  readonly from: Hour;
  readonly until: Hour | null;
}

const march = Date.parse('2026-02-28T23:00:00Z');
const instantOf = (hour: Hour): string => new Date(march + hour * 3_600_000).toISOString();

/** As a refresh would have written them. */
async function plant(stays: readonly Stay[], tenant = '1'): Promise<void> {
  await app.query(
    `insert into segmentation.contact_stays (tenant_id, segment_id, subject_id, entered_at, entered_by, left_at, left_by, cause)
     select $1, s, p, f, 'test', u, case when u is not null then 'test' end, 'matched'
     from unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::timestamptz[]) t (s, p, f, u)`,
    [
      tenant,
      stays.map(({ segment }) => segment),
      stays.map(({ person }) => person),
      stays.map(({ from }) => instantOf(from)),
      stays.map(({ until }) => (until === null ? null : instantOf(until))),
    ],
  );
}

const transitions = async (id: string, query: object, api: Api = app.api): Promise<Transitions> =>
  (await api.get(`/api/segments/${id}/transitions`).query(query).expect(200)).body;

/** The first days of March, from one to the other. */
const days = (from: number, to: number) => ({ from: `2026-03-0${from}`, to: `2026-03-0${to}` });

interface Counted {
  readonly count: number;
  readonly nowhere: number;
  readonly segments: Readonly<Record<string, number>>;
}

function told({ count, nowhere, segments }: Crossing): Counted {
  expect(nowhere.share).toBe(count === 0 ? 0 : nowhere.count / count);
  for (const one of segments) expect(one.share).toBe(one.count / count);
  const numbers = segments.map((one) => one.count);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  return {
    count,
    nowhere: nowhere.count,
    segments: Object.fromEntries(segments.map((one) => [one.segment_id, one.count])),
  };
}

/** Every move of everybody from one segment to another between two hours. */
function movesIn(stays: readonly Stay[], start: Hour, end: Hour) {
  const within = (hour: Hour | null): hour is Hour => hour !== null && hour >= start && hour < end;
  const isIn = (person: string, segment: string, hour: Hour): boolean =>
    stays.some(
      (stay) =>
        stay.person === person &&
        stay.segment === segment &&
        stay.from <= hour &&
        (stay.until === null || stay.until > hour),
    );
  const moves: { person: string; a: string; b: string }[] = [];
  for (const { person, segment: a, until } of stays)
    for (const { person: other, segment: b, from } of stays)
      if (
        person === other &&
        a !== b &&
        within(until) &&
        within(from) &&
        until <= from &&
        !isIn(person, a, from)
      )
        moves.push({ person, a, b });
  return moves;
}

function reckoned(stays: readonly Stay[], id: string, start: Hour, end: Hour): [Counted, Counted] {
  const moves = movesIn(stays, start, end);
  const own = stays.filter(({ segment }) => segment === id);
  const crossing = (people: Set<string>, side: 'a' | 'b', of: 'a' | 'b'): Counted => {
    const mine = moves.filter((one) => one[side] === id);
    const segments = [...new Set(mine.map((one) => one[of]))];
    const moved = new Set(mine.map(({ person }) => person));
    return {
      count: people.size,
      nowhere: people.size - moved.size,
      segments: Object.fromEntries(
        segments.map((segment) => [
          segment,
          new Set(mine.filter((one) => one[of] === segment).map(({ person }) => person)).size,
        ]),
      ),
    };
  };
  const joined = own.filter(({ from }) => from >= start && from < end);
  const left = own.filter(({ until }) => until !== null && until >= start && until < end);
  return [
    crossing(new Set(joined.map(({ person }) => person)), 'b', 'a'),
    crossing(new Set(left.map(({ person }) => person)), 'a', 'b'),
  ];
}

/** Stays of one in one segment, one after the other, that begin and end on few different hours. */
function staysOf(random: Random, person: string, segment: string): Stay[] {
  const stays: Stay[] = [];
  let from = random.integer(0, 12) * 12;
  while (random.chance(0.7) && from < 200) {
    const until = random.chance(0.2) ? null : from + random.integer(1, 6) * 12;
    stays.push({ person, segment, from, until });
    if (until === null) break;
    from = until + random.integer(1, 4) * 12;
  }
  return stays;
}

describe('transitions', () => {
  it.each(Array.from({ length: 8 }, (_none, index) => index))('of a random ledger (%s)', async (index) => {
    const random = randomFrom(41, index);
    const people = await settle(
      app,
      `Moveby ${index}`,
      ...Array.from({ length: 25 }, (_none, n) => `mv-${index}-${n}`),
    );
    const segments = await Promise.all(Array.from({ length: 4 }, () => makeStatic(app.api)));
    const stays = people.flatMap((person) => segments.flatMap((segment) => staysOf(random, person, segment)));
    await plant(stays);
    for (const id of segments)
      for (let n = 0; n < 3; n++) {
        const from = random.integer(1, 6);
        const to = random.integer(from, 8);
        const answer = await transitions(id, days(from, to));
        const wanted = reckoned(stays, id, (from - 1) * 24, to * 24);
        expect([told(answer.joined), told(answer.left)]).toEqual(wanted);
      }
  });

  const a = 'a';
  const b = 'b';
  /** [what happened on 3 March, its stays in hours of that day, whether that is a move from a to b] */
  it.each<[string, [string, Hour, Hour | null][], boolean]>([
    [
      'left and joined at one instant',
      [
        [a, -99, 5],
        [b, 5, null],
      ],
      true,
    ],
    [
      'left, and joined later',
      [
        [a, -99, 5],
        [b, 9, null],
      ],
      true,
    ],
    [
      'left as the period begins',
      [
        [a, -99, 0],
        [b, 1, null],
      ],
      true,
    ],
    [
      'left before the period',
      [
        [a, -99, -1],
        [b, 1, null],
      ],
      false,
    ],
    [
      'joined as the period ends',
      [
        [a, -99, 5],
        [b, 24, null],
      ],
      false,
    ],
    [
      'joined first, and left then',
      [
        [a, -99, 5],
        [b, 4, null],
      ],
      false,
    ],
    [
      'joined, and never left',
      [
        [a, -99, null],
        [b, 5, null],
      ],
      false,
    ],
    [
      'left, came back, and joined',
      [
        [a, -99, 3],
        [a, 4, null],
        [b, 5, null],
      ],
      false,
    ],
    [
      'left, joined, and came back',
      [
        [a, -99, 3],
        [b, 4, null],
        [a, 5, null],
      ],
      true,
    ],
    [
      'left, came back, left again, and joined',
      [
        [a, -99, 3],
        [a, 4, 5],
        [b, 5, null],
      ],
      true,
    ],
    [
      'left, and joined for an hour',
      [
        [a, -99, 5],
        [b, 6, 7],
      ],
      true,
    ],
  ])('who %s', async (what, stays, moved) => {
    const [person = ''] = await settle(app, 'Casby', `case ${what}`);
    const ids: Record<string, string> = { a: await makeStatic(app.api), b: await makeStatic(app.api) };
    await plant(
      stays.map(([segment, from, until]) => ({
        person,
        segment: ids[segment] ?? '',
        from: 48 + from,
        until: until === null ? null : 48 + until,
      })),
    );
    const whence = (await transitions(ids.b ?? '', days(3, 3))).joined.segments;
    const whither = (await transitions(ids.a ?? '', days(3, 3))).left.segments;
    expect(whence.map(({ segment_id }) => segment_id)).toEqual(moved ? [ids.a] : []);
    expect(whither.map(({ segment_id }) => segment_id)).toEqual(moved ? [ids.b] : []);
  });

  it('are of the last thirty days, where no period is said, and of what refreshes have written', async () => {
    await settle(app, 'Hereby', 'here-1', 'here-2');
    const { id: here } = await makeSegment(app.api, 'Here', livesIn('Hereby'));
    const { id: there } = await makeSegment(app.api, 'There', livesIn('Thereby'));
    await calculate(app.api, here);
    await calculate(app.api, there);
    await move(app, 'Thereby', 'here-1');
    await calculate(app.api, here);
    await calculate(app.api, there);
    const answer = await transitions(there, {});
    expect(Date.parse(answer.to) - Date.parse(answer.from)).toBe(29 * 86_400_000);
    expect(answer).toMatchObject({
      joined: {
        count: 1,
        segments: [{ segment_id: here, name: 'Here', count: 1, share: 1 }],
        nowhere: { count: 0, share: 0 },
      },
      left: { count: 0, segments: [], nowhere: { count: 0, share: 0 } },
    });
  });

  it('know nothing of another tenant’s stays, whatever the keys of its people', async () => {
    const [person = ''] = await settle(app, 'Ownby', 'own-1');
    const mine = await makeStatic(app.api);
    const foreign = await makeStatic(app.as(keys.foreign));
    await plant([{ person, segment: mine, from: 60, until: null }]);
    await plant([{ person, segment: foreign, from: 20, until: 50 }], '2');
    const { joined } = await transitions(mine, days(1, 9));
    expect(told(joined)).toEqual({ count: 1, nowhere: 1, segments: {} });
    await app.as(keys.foreign).get(`/api/segments/${mine}/transitions`).expect(404);
  });

  it.each([
    [{ from: '2026-02-30' }],
    [{ from: '1 March' }],
    [{ to: '0000-01-01' }],
    [{ to: '2026-03-01T00:00:00Z' }],
    [{ from: '2026-03-02', to: '2026-03-01' }],
  ])('of the period %j are refused', async (query) => {
    const id = await makeStatic(app.api);
    const { body } = await app.api.get(`/api/segments/${id}/transitions`).query(query).expect(422);
    expect(body.code).toBe('period.invalid');
  });
});
