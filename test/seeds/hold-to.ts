/** Holds the product to a seed document: every rule it asks for has just the right members, and no line is left out. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../support/application.js';
import type { Lines, RuleRow, SeedDocument } from './seed-document.js';
import { outcomeOf } from './segment-of.js';

export function holdTo(seed: SeedDocument): void {
  describe('what it asks of segments is a rule', () => {
    let app: TestApplication;
    beforeAll(async () => {
      app = await openApplication();
    });
    afterAll(() => app.close());

    it.each(seed.rules.map((row): [string, RuleRow] => [titleOf(row), row]))('%s', async (_, row) => {
      const { members, previewed, groups } = await outcomeOf(app, row);
      expect([...members].sort()).toEqual(Object.keys(row.in).sort());
      expect(previewed).toBe(members.length);
      expect(groups).toEqual(row.grouped?.groups ?? {});
    });

    it('and each has somebody in and somebody out', () => {
      const oneSided = seed.rules.filter((row) => isEmpty(row.in) || isEmpty(row.out));
      expect(oneSided.map(titleOf)).toEqual([]);
    });
  });

  it('has tests for what else it names', () => {
    const tests = seed.features.map(([, , test]) => test);
    expect(
      tests.filter((test) => !existsSync(fileURLToPath(new URL(`../../${test}`, import.meta.url)))),
    ).toEqual([]);
  });

  it('points to rules that are there', () => {
    const lines = seed.rules.map(({ line }) => line);
    expect((seed.asAbove ?? []).filter(([, , row]) => !lines.includes(row))).toEqual([]);
  });

  const document = fileURLToPath(new URL(`../../../shared/seeds/${seed.name}.txt`, import.meta.url));
  if (existsSync(document)) accountForEveryLine(seed, readFileSync(document, 'utf8').split(/\r?\n/));
}

const titleOf = ({ line, quote, wish }: RuleRow): string =>
  `line ${line}: ${quote}${wish === undefined ? '' : ` – ${wish}`}`;

const isEmpty = (people: object): boolean => Object.keys(people).length === 0;

/** What is quoted, and the lines that are answered by it. */
interface Entry {
  readonly first: number;
  readonly last: number;
  readonly quote: string;
}

const entryOf = (lines: Lines, quote: string): Entry => {
  const [first, last] = typeof lines === 'number' ? [lines, lines] : lines;
  return { first, last, quote };
};

/** Without markup, and however it is spaced. */
const plain = (text: string): string =>
  text
    .replace(/[*`#"]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Blank, a rule or brackets alone, or where code begins or ends. */
const saysNothing = (line: string): boolean => /^\s*(```\w*|[^\p{L}\p{N}]*)$/u.test(line);

function accountForEveryLine(seed: SeedDocument, document: readonly string[]): void {
  const { rules, asAbove = [], features, later, prose } = seed;
  const wishes = [
    ...rules.map(({ line, quote }) => entryOf(line, quote)),
    ...[...asAbove, ...features, ...later].map(([lines, quote]) => entryOf(lines, quote)),
  ];
  const told = prose.map(([lines, quote]) => entryOf(lines, quote));
  const namedBy = (entries: readonly Entry[], line: number): boolean =>
    entries.some(({ first, last }) => first <= line && line <= last);
  const numbers = document.flatMap((line, index) => (saysNothing(line) ? [] : [index + 1]));

  it('is quoted as it is', () => {
    const wrong = [...wishes, ...told].filter(
      ({ first, quote }) => !plain(document[first - 1] ?? '').includes(plain(quote)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no line that is left out', () => {
    expect(numbers.filter((line) => !namedBy(wishes, line) && !namedBy(told, line))).toEqual([]);
  });

  it('has no line that is both a wish and prose', () => {
    expect(numbers.filter((line) => namedBy(wishes, line) && namedBy(told, line))).toEqual([]);
  });
}
