/** `npm run bench`: how fast rules are answered, against the best that can be written by hand. */

import 'reflect-metadata';
import { exportBenchmark } from './export/export.js';
import { freshBenchmark } from './fresh/fresh.js';
import { importBenchmark } from './import/import.js';
import { type Options, readOptions, usage } from './options.js';
import { readBenchmark } from './read/read.js';
import { everyRule, largeSegments } from './refresh/refresh.js';
import { openServer } from './server.js';
import { openSession, provideDatabase } from './session.js';
import { provideWorld } from './world/build-world.js';
import { sizeFor } from './world/size.js';

const commands: Record<string, (url: string, options: Options) => Promise<unknown>> = {
  async read(url, options) {
    await provideWorld(url, options.size, console.error);
    console.log(await heading(url, options));
    await readBenchmark(url, options, console.log);
  },
  /** Large segments over the whole world; then each rule over a hundredth of it. */
  async refresh(url, options) {
    const { size, opponents } = options;
    await provideWorld(url, size, console.error);
    console.log(await heading(url, options));
    await largeSegments(url, Math.ceil(size.contacts * 0.12), console.log);
    const small = await provideDatabase(url, 'small');
    await provideWorld(small, sizeFor(Math.ceil(size.contacts / 100), size.seed), console.error);
    await everyRule(small, opponents, console.log);
  },
  /** As many orders as there are contacts, for a tenth of the contacts, who have none yet. */
  async import(url, options) {
    const { contacts, seed } = options.size;
    const empty = await provideDatabase(url, 'import');
    const size = { contacts: Math.ceil(contacts / 10), orders: 0, lines: 0, activities: 0, seed };
    await provideWorld(empty, size, console.error);
    await importBenchmark(empty, contacts, console.log);
  },
  /** Half of everyone. */
  async export(url, options) {
    const { size, runs } = options;
    await provideWorld(url, size, console.error);
    console.log(await heading(url, options));
    await exportBenchmark(url, { members: Math.ceil(size.contacts / 2), runs }, console.log);
  },
  /** A thousandth of the contacts. */
  async fresh(url, options) {
    const { size, runs } = options;
    await provideWorld(url, size, console.error);
    console.log(await heading(url, options));
    const changed = Math.ceil(size.contacts / 1000);
    await freshBenchmark(url, { contacts: size.contacts, changed, runs }, console.log);
  },
  build: (url, { size }) => provideWorld(url, size, console.error),
};

await main(readOptions(process.argv.slice(2))).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(options: Options): Promise<void> {
  const command = commands[options.command];
  if (!command) return console.error(usage);
  const server = await openServer(options.folder, console.error);
  try {
    await command(server.url, options);
  } finally {
    await server.stop();
  }
}

/** The conditions under which it was measured. */
async function heading(url: string, { size, runs }: Options): Promise<string> {
  const session = await openSession(url);
  try {
    const settings = await session.query<{ name: string; value: string }>(
      `select name, current_setting(name) as value from pg_settings
       where source not in ('default', 'override') and category ~ 'Resource|Planner|Query Tuning|WAL|Version' order by name`,
    );
    const [version] = await session.query<{ server_version: string }>('show server_version');
    return `PostgreSQL ${version?.server_version}; ${settings.map(({ name, value }) => `${name} ${value}`).join(', ')}; in the product's session work_mem 128MB, jit off.
${size.contacts} contacts, ${size.orders} orders, ${size.lines} lines, ${size.activities} activities. Medians of ${runs} alternating runs, warm.\n`;
  } finally {
    await session.end();
  }
}
