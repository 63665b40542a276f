/** `npm run bench -- export`: members out as CSV and NDJSON, against COPY written by hand, and ids in from a file. */

import pg from 'pg';
import { to } from 'pg-copy-streams';
import { Exports, MemberImports, Segments } from '../../../src/index.js';
import { median } from '../read/measure.js';
import { openRefreshApplication, type RefreshApplication } from '../refresh/application.js';
import { bigTenant } from '../world/size.js';

/** How much slower than COPY, how many bytes more than before, and seconds for a hundred thousand ids. */
export const targets = { ratio: 1.3, memory: 100 * 1024 * 1024, import: 10 };

const columns = ['external_id', 'email', 'first_name', 'last_name', 'city', 'country', 'created_at', 'tags'];

const handWritten: Readonly<Record<'csv' | 'ndjson', (segment: string) => string>> = {
  csv: (segment) =>
    `copy (select ${columns.map((name) => `c.${name}`).join(', ')} ${membersOf(segment)}) to stdout (format csv, header)`,
  ndjson: (segment) =>
    `copy (select to_json(m) from (select ${columns.map((name) => `c.${name}`).join(', ')} ${membersOf(segment)}) m)
     to stdout (format csv, quote E'\\x01', delimiter E'\\x02')`,
};

const membersOf = (segment: string): string =>
  `from segmentation.contact_stays s join crm.contacts c on c.id = s.subject_id
   where s.tenant_id = '${bigTenant}' and s.segment_id = '${segment}' and s.left_at is null and c.tenant_id = ${bigTenant}
   order by c.id`;

export async function exportBenchmark(
  url: string,
  { members, runs }: { readonly members: number; readonly runs: number },
  print: (text: string) => void,
): Promise<void> {
  const host = await openRefreshApplication(url);
  try {
    const segment = await host.segment({ field: 'id', operator: 'less_than_or_equal', value: members });
    const { members: there } = await host.refresh(segment);
    print(
      `| ${there} members as | seconds | COPY by hand | ratio | MB more | verdict |\n| --- | ---: | ---: | ---: | ---: | --- |`,
    );
    for (const format of ['csv', 'ndjson'] as const)
      print(await contest({ host, url, segment, format, rows: there, runs }));
    print(await importIds(host, segment, Math.min(100_000, there)));
    await host.remove(segment);
  } finally {
    await host.end();
  }
}

interface Contest {
  readonly host: RefreshApplication;
  readonly url: string;
  readonly segment: string;
  readonly format: 'csv' | 'ndjson';
  readonly rows: number;
  readonly runs: number;
}

async function contest({ host, url, segment, format, rows, runs }: Contest): Promise<string> {
  const [ours, theirs, memory]: number[][] = [[], [], []];
  for (let run = 0; run <= runs; run++) {
    const hand = await timed(copied(url, handWritten[format](segment)));
    const product = await timed(exported(host, segment, format));
    if (product.lines !== hand.lines || product.lines < rows)
      throw new Error(`${product.lines} lines were exported, ${hand.lines} by hand.`);
    // The first run warms up.
    if (run === 0) continue;
    theirs?.push(hand.seconds);
    ours?.push(product.seconds);
    memory?.push(product.bytesMore);
  }
  const [mine, copy, more] = [median(ours ?? []), median(theirs ?? []), Math.max(...(memory ?? []))];
  const ratio = mine / copy;
  const verdict = ratio <= targets.ratio && more <= targets.memory ? 'ok' : '**too much**';
  const shown = [mine.toFixed(2), copy.toFixed(2), ratio.toFixed(2), (more / 1024 / 1024).toFixed(0)];
  return `| ${format} | ${shown.join(' | ')} | ${verdict} |`;
}

interface Timed {
  readonly seconds: number;
  readonly lines: number;
  /** What the process had more at its largest than at the start. */
  readonly bytesMore: number;
}

async function timed(pieces: AsyncIterable<Buffer | string>): Promise<Timed> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  let [lines, largest] = [0, before];
  for await (const piece of pieces) {
    lines += linesIn(typeof piece === 'string' ? Buffer.from(piece) : piece);
    largest = Math.max(largest, process.memoryUsage.rss());
  }
  return { seconds: (performance.now() - start) / 1000, lines, bytesMore: largest - before };
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function* exported(
  host: RefreshApplication,
  segment: string,
  format: string,
): AsyncGenerator<Buffer | string> {
  const { content } = await host.get(Exports).export(host.actor, segment, { format, columns });
  yield* content;
}

async function* copied(url: string, statement: string): AsyncGenerator<Buffer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    yield* client.query(to(statement));
  } finally {
    await client.end();
  }
}

/** Into an empty static segment, one line in a hundred bad. */
async function importIds(host: RefreshApplication, members: string, count: number): Promise<string> {
  const { content } = await host
    .get(Exports)
    .export(host.actor, members, { format: 'csv', columns: ['external_id'], limit: count });
  let text = '';
  for await (const piece of content) text += String(piece);
  const lines = text
    .split('\n')
    .map((line, index) => (index > 0 && index % 100 === 0 ? `bad-${index}` : line));
  const segments = host.get(Segments);
  const { id } = await segments.create(host.actor, { name: 'Imported', subject: 'contact', type: 'static' });
  const start = performance.now();
  const report = await host
    .get(MemberImports)
    .import(host.actor, id, once(Buffer.from(lines.join('\n'))), {});
  const seconds = (performance.now() - start) / 1000;
  const bad = Math.floor(count / 100);
  if (report.added !== count - bad || report.problems.length !== bad)
    throw new Error(`${report.added} of ${count} came in, ${report.problems.length} lines were reported.`);
  await segments.delete(host.actor, id);
  const verdict = seconds <= targets.import ? 'ok' : '**slow**';
  return `\n${count} ids imported, ${bad} of them bad: ${seconds.toFixed(1)} s (${verdict}).`;
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
