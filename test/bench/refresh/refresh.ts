/** `npm run bench -- refresh`: first fills and refreshes that change nothing, through the engine's own services. */

import { median } from '../read/measure.js';
import { readOpponents } from '../read/opponents.js';
import { openRefreshApplication, type RefreshApplication } from './application.js';

/** Seconds allowed. */
export const targets = { firstFill: 5, unchanged: 2, small: 0.5 };

interface Timed {
  readonly members: number;
  /** Seconds. */
  readonly firstFill: number;
  readonly unchanged: number;
}

/** Large segments: one whose rule costs next to nothing, so that the ledger is what is timed, and one whose rule adds up all orders. */
const largeRules = (members: number): readonly (readonly [string, unknown])[] => [
  ['the first by number', { field: 'id', operator: 'less_than_or_equal', value: members }],
  ['the best by spend', { field: 'total_spend', operator: 'in_top', value: members }],
];

export async function largeSegments(
  url: string,
  members: number,
  print: (text: string) => void,
): Promise<void> {
  print('### Large segments\n\n| segment | seconds | allowed | verdict |\n| --- | ---: | ---: | --- |');
  await within(url, async (host) => {
    for (const [name, rule] of largeRules(members)) {
      const { firstFill, unchanged, ...found } = await timed(host, rule, 3);
      print(row(`${name} (${found.members}), first fill`, firstFill, targets.firstFill));
      print(row(`${name} (${found.members}), nothing changed`, unchanged, targets.unchanged));
    }
  });
}

/** Every rule of the opponents over a small tenant. */
export async function everyRule(
  url: string,
  opponents: string,
  print: (text: string) => void,
): Promise<void> {
  const rules = await readOpponents(opponents);
  print('\n### Every rule\n\n| rule: first fill, nothing changed | seconds | allowed | verdict |');
  print('| --- | ---: | ---: | --- |');
  await within(url, async (host) => {
    for (const { name, rule } of rules) {
      const { members, firstFill, unchanged } = await timed(host, rule, 3);
      print(row(`${name} (${members}), first`, firstFill, targets.small));
      print(row(`${name} (${members}), again`, unchanged, targets.small));
    }
  });
}

const row = (name: string, seconds: number, allowed: number): string =>
  `| ${name} | ${seconds.toFixed(3)} | ${allowed} | ${seconds <= allowed ? 'ok' : '**slow**'} |`;

async function within<Result>(
  url: string,
  work: (host: RefreshApplication) => Promise<Result>,
): Promise<Result> {
  const host = await openRefreshApplication(url);
  try {
    return await work(host);
  } finally {
    await host.end();
  }
}

/** Medians over some segments with the rule, each filled and refreshed again. */
async function timed(host: RefreshApplication, rule: unknown, times: number): Promise<Timed> {
  const fills: number[] = [];
  const again: number[] = [];
  let members = 0;
  for (let time = 0; time < times; time++) {
    const segment = await host.segment(rule);
    const first = await host.refresh(segment);
    const second = await host.refresh(segment);
    if (first.joined !== first.members || second.joined !== 0)
      throw new Error('A first fill lets everyone join, and a second one nobody.');
    members = first.members;
    fills.push(first.milliseconds / 1000);
    again.push(second.milliseconds / 1000);
    await host.remove(segment);
  }
  return { members, firstFill: median(fills), unchanged: median(again) };
}
