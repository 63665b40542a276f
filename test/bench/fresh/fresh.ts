/** `npm run bench -- fresh`: changed contacts through a hundred segments, against calculating those in full. */

import { FullRefresh, Segments } from '../../../src/index.js';
import { IncrementalRefresh } from '../../../src/refresh/incremental/incremental-refresh.service.js';
import { EngineClock } from '../../../src/segments/engine-clock.js';
import { median } from '../read/measure.js';
import { openRefreshApplication, type RefreshApplication } from '../refresh/application.js';
import { openSession, type Session } from '../session.js';
import { asOf, bigTenant } from '../world/size.js';
import { builtOn, mixedRules } from './mixed-rules.js';

/** Milliseconds a batch may take, and how many times as much all full refreshes have to. */
const targets = { batch: 300, cheaper: 100 };

export interface Fresh {
  readonly segments: number;
  /** Milliseconds of a batch. */
  readonly batch: number;
  /** Memberships that a batch changed, as a rule. */
  readonly changed: number;
  /** Milliseconds of all full refreshes together. */
  readonly full: number;
  /** Memberships that full refreshes afterwards found wrong: none. */
  readonly wrong: number;
}

export interface FreshOptions {
  readonly contacts: number;
  /** Changed in a batch. */
  readonly changed: number;
  readonly runs: number;
}

export async function freshBenchmark(
  url: string,
  { contacts, changed, runs }: FreshOptions,
  print: (text: string) => void,
): Promise<Fresh> {
  const host = await openRefreshApplication(url);
  const session = await openSession(url);
  // The world's own time: its orders end there.
  host.get(EngineClock).now = () => Promise.resolve(asOf);
  const segments: string[] = [];
  try {
    await fill(host, segments);
    await session.query(`delete from segmentation.due where tenant_id = '${bigTenant}'`);
    await session.query('vacuum analyze segmentation.contact_stays');
    await batch(host, session, { contacts, changed, run: -1 });
    const batches = [];
    for (let run = 0; run < runs; run++) batches.push(await batch(host, session, { contacts, changed, run }));
    const full = await calculated(host, segments);
    const fresh = {
      segments: segments.length,
      batch: median(batches.map(({ milliseconds }) => milliseconds)),
      changed: median(batches.map((one) => one.changed)),
      ...full,
    };
    print(
      verdict(
        fresh,
        changed,
        batches.map(({ milliseconds }) => milliseconds),
      ),
    );
    return fresh;
  } finally {
    await session.end();
    for (const id of segments.reverse()) await host.remove(id);
    await host.end();
  }
}

/** Adds the segments, with their members. */
async function fill(host: RefreshApplication, made: string[]): Promise<void> {
  const make = async (rules: unknown): Promise<void> => {
    const wanted = { name: `Fresh ${made.length + 1}`, subject: 'contact', rules, schedule: 'live' };
    const { id } = await host.get(Segments).create(host.actor, wanted);
    made.push(id);
    await calculated(host, [id]);
  };
  for (const rules of mixedRules) await make(rules);
  for (let n = 0; made.length < 100; n++) await make(builtOn(made[n * 7] ?? '', made[n * 7 + 40] ?? ''));
}

async function calculated(
  host: RefreshApplication,
  segments: readonly string[],
): Promise<{ readonly full: number; readonly wrong: number }> {
  const start = performance.now();
  let wrong = 0;
  for (const segment of segments) {
    const { done } = await host.get(FullRefresh).start(host.actor, segment);
    const run = await done;
    if (run.status !== 'succeeded') throw new Error(`The refresh ${run.status}: ${run.error_message}`);
    wrong += (run.joined ?? 0) + (run.left ?? 0);
  }
  return { full: performance.now() - start, wrong };
}

/** Everyone of a stride through the contacts moves, or orders once more. */
async function batch(
  host: RefreshApplication,
  session: Session,
  { contacts, changed, run }: { readonly contacts: number; readonly changed: number; readonly run: number },
): Promise<{ readonly milliseconds: number; readonly changed: number }> {
  const stride = Math.floor(contacts / changed);
  const some = `select id from (select generate_series(${run + 2}, ${contacts}, ${stride})::bigint as id) s limit ${changed}`;
  await session.query(`
    update crm.contacts set country = case country when 'DE' then 'AT' else 'DE' end
    where tenant_id = ${bigTenant} and id in (select id from (${some}) s where id % 2 = 0)`);
  await session.query(`
    update crm.orders o set total_base = total_base + 400 where tenant_id = ${bigTenant} and o.id in (
      select max(id) from crm.orders where tenant_id = ${bigTenant} and contact_id in (select id from (${some}) s where id % 2 = 1)
      group by contact_id)`);
  await session.query(`delete from segmentation.contact_dirt where tenant_id = '${bigTenant}'`);
  await session.query(
    `insert into segmentation.contact_dirt (tenant_id, subject_id) select '${bigTenant}', id from (${some}) s`,
  );
  const start = performance.now();
  const { subjects, joined, left } = await host
    .get(IncrementalRefresh)
    .consume(bigTenant, 'contact', { limit: changed });
  const milliseconds = performance.now() - start;
  if (subjects !== changed) throw new Error(`The batch took ${subjects} contacts of ${changed}.`);
  return { milliseconds, changed: joined + left };
}

function verdict(fresh: Fresh, changed: number, batches: readonly number[]): string {
  const { segments, batch, full } = fresh;
  const cheaper = full / batch;
  const row = (name: string, value: string, allowed: string, ok: boolean): string =>
    `| ${name} | ${value} | ${allowed} | ${ok ? 'ok' : '**no**'} |`;
  return [
    '### Changes\n\n| what | measured | wanted | verdict |\n| --- | ---: | ---: | --- |',
    row(
      `${changed} changed contacts through ${segments} segments (${fresh.changed} memberships), ms`,
      `${batch.toFixed(0)} (${Math.min(...batches).toFixed(0)}–${Math.max(...batches).toFixed(0)})`,
      `< ${targets.batch}`,
      batch < targets.batch,
    ),
    row(
      `all in full (${full.toFixed(0)} ms), times as much`,
      cheaper.toFixed(0),
      `≥ ${targets.cheaper}`,
      cheaper >= targets.cheaper,
    ),
    row('memberships that were wrong afterwards', String(fresh.wrong), '0', fresh.wrong === 0),
  ].join('\n');
}
