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

/** A large segment: the best customers by what they spent. */
export async function largeSegment(
  url: string,
  members: number,
  print: (text: string) => void,
): Promise<void> {
  const rule = { field: 'total_spend', operator: 'in_top', value: members };
  const { firstFill, unchanged, ...found } = await within(url, (host) => timed(host, rule, 3));
  print(`### ${found.members} members\n\n| | seconds | allowed | verdict |\n| --- | ---: | ---: | --- |`);
  print(row('first fill', firstFill, targets.firstFill));
  print(row('nothing changed', unchanged, targets.unchanged));
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
