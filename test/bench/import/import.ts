/** `npm run bench -- import`: orders from a CSV file, through the CRM's own importer. */

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { importFile } from '../../../src/crm/import/import-file.js';
import { bigTenant } from '../world/size.js';

/** Seconds allowed for a million orders. */
const allowed = 120;

/** As a shop would export them: by time, of customers all over, some several times. */
const exported = (orders: number): string => `
copy (
  select 'import-' || nth as external_id,
    'contact-' || 1 + floor(bench.random(nth, 200) * (select count(*) from crm.contacts where tenant_id = ${bigTenant}))::bigint as contact_external_id,
    to_char(timestamp '2023-06-15' + interval '94 seconds' * nth * (1000000.0 / ${orders}), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as placed_at,
    (array['paid', 'fulfilled', 'cancelled'])[1 + floor(3 * bench.random(nth, 201))::integer] as status, 'online' as channel,
    'Mitte' as location, 'EUR' as currency, round((80 * bench.random(nth, 202))::numeric, 2) as total, '' as coupon_code
  from generate_series(1, ${orders}::bigint) nth
) to stdout (format csv, header)`;

export async function importBenchmark(
  url: string,
  orders: number,
  print: (text: string) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    const file = join(folder, 'orders.csv');
    await writeExport(url, orders, file);
    await dataSource.query('truncate crm.orders cascade');
    const start = performance.now();
    const report = await importFile(dataSource, {
      target: 'orders',
      tenantId: Number(bigTenant),
      file,
      refusedFile: join(folder, 'refused.csv'),
    });
    const seconds = (performance.now() - start) / 1000;
    if (report.inserted !== orders || report.refused > 0)
      throw new Error(`${report.inserted} of ${orders} orders came in, ${report.refused} were refused.`);
    const rate = Math.round(orders / seconds);
    const verdict = seconds <= Math.max(10, (allowed * orders) / 1_000_000) ? 'ok' : '**slow**';
    print(`| orders imported | seconds | a second | verdict |\n| ---: | ---: | ---: | --- |`);
    print(`| ${orders} | ${seconds.toFixed(1)} | ${rate} | ${verdict} |`);
  } finally {
    await dataSource.destroy();
    await rm(folder, { recursive: true });
  }
}

async function writeExport(url: string, orders: number, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await pipeline(client.query(to(exported(orders))), createWriteStream(file));
  } finally {
    await client.end();
  }
}
