/** What the tests of incremental refreshes say often. */

import { IncrementalRefresh } from '../../src/refresh/incremental/incremental-refresh.service.js';
import type { TestApplication } from './application.js';
import { calculate, makeSegment } from './segments.js';

export const refresher = ({ nest }: Pick<TestApplication, 'nest'>): IncrementalRefresh =>
  nest.get(IncrementalRefresh, { strict: false });

/** One batch of contacts of tenant 1. */
export const consume = (app: TestApplication, limit = 1000) =>
  refresher(app).consume('1', 'contact', { limit });

/** Batches until there is nothing left that can be taken. */
export async function drain(app: TestApplication, limit = 1000): Promise<void> {
  while ((await consume(app, limit)).more);
}

/** Says that something about these contacts has changed; of one segment alone, if it is given. */
export const dirty = (app: TestApplication, externalIds: readonly string[], segment: string | null = null) =>
  app.query(
    `insert into segmentation.contact_dirt (tenant_id, subject_id, segment_id)
     select '1', id, $2 from crm.contacts where tenant_id = 1 and external_id = any($1)`,
    [externalIds, segment],
  );

/** A segment that has been calculated, and is no longer due; resolves to its id. */
export async function makeKept(
  app: TestApplication,
  name: string,
  rules: unknown,
  more: object = {},
): Promise<string> {
  const { id } = await makeSegment(app.api, name, rules, more);
  await calculate(app.api, id);
  await settled(app);
  return id;
}

/** Nothing is due, and nobody is dirty. */
export async function settled(app: TestApplication): Promise<void> {
  await app.query('delete from segmentation.due');
  await app.query('delete from segmentation.contact_dirt');
}

/** Why each segment is due, by its id. */
export async function due(app: TestApplication): Promise<Record<string, string>> {
  const rows = await app.query<{ segment_id: string; reason: string }>(
    'select segment_id, reason from segmentation.due',
  );
  return Object.fromEntries(rows.map(({ segment_id, reason }) => [segment_id, reason]));
}

/** Whom there is dirt of, as `external id` or `external id segment`. */
export async function dirt(app: TestApplication): Promise<string[]> {
  const rows = await app.query<{ dirt: string }>(
    `select distinct concat_ws(' ', c.external_id, d.segment_id) as dirt from segmentation.contact_dirt d
     join crm.contacts c on c.id = d.subject_id order by 1`,
  );
  return rows.map(({ dirt }) => dirt);
}
