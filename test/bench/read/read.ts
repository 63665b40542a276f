/** `npm run bench -- read`: every rule against its opponent, over all and over given ids. */

import { type Engine, openEngine } from '../engine.js';
import type { Options } from '../options.js';
import { type Contest, contestsOf } from './contests.js';
import { askingAs, type Measured, measured, planOf } from './measure.js';
import { readOpponents } from './opponents.js';
import { tables } from './verdict.js';

type Choice = Pick<Options, 'opponents' | 'runs' | 'only' | 'shape' | 'explain'>;

/** Prints the tables, or the plans of one rule; gives what was measured. */
export async function readBenchmark(
  url: string,
  { opponents, runs, only, shape = '', explain }: Choice,
  print: (text: string) => void,
): Promise<Measured[]> {
  const engine = await openEngine(url);
  try {
    const wanted = explain === undefined ? only : [explain];
    const all = await readOpponents(opponents);
    const chosen = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    if (chosen.length === 0) throw new Error(`There are ${all.map(({ name }) => name).join(', ')}.`);
    const every = await engine.evaluating((ask) => contestsOf(chosen, engine, ask));
    const contests = every.filter((contest) => contest.shape.startsWith(shape));
    if (explain !== undefined) return await printPlans(contests, engine, print);
    const found: Measured[] = [];
    for (const contest of contests)
      found.push(await engine.evaluating((ask) => measured(contest, ask, runs)));
    print(tables(found));
    return found;
  } finally {
    await engine.end();
  }
}

async function printPlans(
  contests: readonly Contest[],
  engine: Engine,
  print: (text: string) => void,
): Promise<[]> {
  for (const { name, shape, product, rivals } of contests)
    await engine.evaluating(async (ask) => {
      print(
        `## ${name}, ${shape}: the product\n\n${product.text}\n\n${await planOf(product, askingAs(shape, ask))}\n`,
      );
      for (const { how, statement } of rivals)
        print(`## ${name}, ${shape}: the opponent, ${how}\n\n${await planOf(statement, ask)}\n`);
    });
  return [];
}
