/** What `npm run bench` is told on the command line. */

import { parseArgs } from 'node:util';
import { sharedOpponents } from './read/opponents.js';
import { fullSize, sizeFor, type WorldSize } from './world/size.js';

export const usage = `npm run bench -- read | refresh | fresh | import | export | build
  --contacts 1000000 [--orders …] [--lines …] [--activities …] [--seed 1]   the world's size
  --folder .data/bench       of the embedded PostgreSQL; BENCH_DATABASE_URL names another server's database instead
  --opponents <file>         hand-written statements and their rules
  --runs 15                  of each statement
  --only <name> …            these rules alone
  --shape set | probe        this shape alone
  --explain <name>           prints the plans of one rule`;

export interface Options {
  readonly command: string;
  readonly size: WorldSize;
  readonly folder: string;
  readonly opponents: string;
  readonly runs: number;
  readonly only: readonly string[];
  readonly shape: string | undefined;
  readonly explain: string | undefined;
}

export function readOptions(given: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      contacts: { type: 'string' },
      orders: { type: 'string' },
      lines: { type: 'string' },
      activities: { type: 'string' },
      seed: { type: 'string' },
      folder: { type: 'string', default: '.data/bench' },
      opponents: { type: 'string', default: sharedOpponents },
      runs: { type: 'string', default: '15' },
      only: { type: 'string', multiple: true, default: [] },
      shape: { type: 'string' },
      explain: { type: 'string' },
    },
  });
  const { folder, opponents, only, shape, explain } = values;
  const [command = ''] = positionals;
  const runs = whole('runs', values.runs);
  return { command, size: sizeIn(values), folder, opponents, runs, only, shape, explain };
}

function sizeIn(values: { readonly [Name in keyof WorldSize]?: string | undefined }): WorldSize {
  const part = (name: keyof WorldSize, otherwise: number): number =>
    values[name] === undefined ? otherwise : whole(name, values[name]);
  const usual = sizeFor(part('contacts', fullSize.contacts));
  return {
    contacts: usual.contacts,
    orders: part('orders', usual.orders),
    lines: part('lines', usual.lines),
    activities: part('activities', usual.activities),
    seed: part('seed', usual.seed),
  };
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number, not “${text}”.`);
  return Number(text);
}
