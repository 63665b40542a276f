/** What the tests of segments say often: rules, people and segments. */

import type { Api, TestApplication } from './application.js';

/** A city that the sample knows nobody in. */
export const town = 'Testhausen';

export const livesIn = (city: string) => ({ field: 'city', operator: 'equals', value: city });

export const memberOf = (segment: string, operator = 'is_member') => ({ segment, operator });

export const segmentOf = (name: string, rules: unknown) => ({ name, subject: 'contact', rules });

interface Made {
  readonly id: string;
  readonly version: number;
}

/** On the schedule of segments that are calculated as of an instant that is named. */
export const manual = { schedule: 'manual' } as const;

export async function makeSegment(api: Api, name: string, rules: unknown, more: object = {}): Promise<Made> {
  const wanted = { ...segmentOf(name, rules), ...more };
  const { body } = await api.post('/api/segments').send(wanted).expect(201);
  return body;
}

let statics = 0;

/** A static segment of contacts, with those whose external ids are given; resolves to its id. */
export async function makeStatic(api: Api, ...external_ids: string[]): Promise<string> {
  const wanted = { name: `Static ${++statics}`, subject: 'contact', type: 'static' };
  const { body } = await api.post('/api/segments').send(wanted).expect(201);
  if (external_ids.length > 0)
    await api.post(`/api/segments/${body.id}/members`).send({ external_ids }).expect(200);
  return body.id;
}

export interface RunBody {
  readonly id: string;
  readonly status: string;
  readonly as_of: string;
  readonly joined: number | null;
  readonly left: number | null;
  readonly member_count: number | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
}

/** Calculates and waits for the end of the run. */
export async function calculate(api: Api, id: string, asOf?: string): Promise<RunBody> {
  const { body } = await api
    .post(`/api/segments/${id}/calculate`)
    .query({ wait: 'true', ...(asOf !== undefined && { as_of: asOf }) })
    .expect(200);
  return body;
}

/** External ids of the members, in the order of their keys. */
export async function membersOf(api: Api, id: string, asOf?: string): Promise<string[]> {
  const { body } = await api
    .get(`/api/segments/${id}/members`)
    .query({ limit: 500, ...(asOf !== undefined && { as_of: asOf }) })
    .expect(200);
  return body.items.map((member: { external_id: string }) => member.external_id);
}

/** New contacts of tenant 1 in a city; resolves to their ids. */
export async function settle(
  app: TestApplication,
  city: string,
  ...externalIds: string[]
): Promise<string[]> {
  const rows = await app.query<{ id: string }>(
    `insert into crm.contacts (tenant_id, external_id, first_name, city)
     select 1, e, e, $1 from unnest($2::text[]) with ordinality people (e, n) order by n returning id`,
    [city, externalIds],
  );
  return rows.map(({ id }) => String(id));
}

export const move = (app: TestApplication, city: string, ...externalIds: string[]) =>
  app.query(`update crm.contacts set city = $1 where tenant_id = 1 and external_id = any($2)`, [
    city,
    externalIds,
  ]);

interface Walk<Item> {
  readonly items: readonly Item[];
  /** What each page said of how many there are. */
  readonly totals: readonly number[];
}

/** Every page of a list, one after the other. */
export async function walk<Item>(api: Api, path: string, limit: number): Promise<Walk<Item>> {
  const items: Item[] = [];
  const totals: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const { body } = await api
      .get(path)
      .query({ limit, ...(cursor !== undefined && { cursor }) })
      .expect(200);
    items.push(...body.items);
    totals.push(body.total);
    if (body.next_cursor === null) return { items, totals };
    cursor = body.next_cursor as string;
  }
}

/** Asks again until the answer is as hoped; gives up after ten seconds. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  hoped: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (hoped(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`It did not come: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
