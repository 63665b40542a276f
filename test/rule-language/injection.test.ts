/** A text in a rule is only ever a value: it is bound, it never shapes the statement, and it finds exactly itself. */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type Parsed, parseRule, problemCodes } from '../../src/rule-language/parse.js';
import { audience, probe, type Target } from '../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../src/rule-language/to-sql/sql.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { closed, slots } from './injection/slots.js';
import { noTexts, strings } from './injection/strings.js';
import { fill, nameOf, subject, vocabulary } from './injection/world.js';

const stored = strings.map((text) => text.normalize('NFC'));
const everyone = stored.map((_, index) => nameOf(index));
const target: Target = {
  subject,
  vocabulary,
  tenant: 't',
  clock: {
    asOf: Temporal.Instant.from('2024-06-12T10:00:00Z'),
    zone: 'UTC',
    weekStart: 'monday',
    leapDay: 'february_28',
  },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase({ settings: { jit: 'off' } });
  await fill(database.pool, stored);
}, 60_000);
afterAll(() => database.drop());

const parse = (rule: unknown): Parsed =>
  parseRule(rule, {
    vocabulary,
    subject: 'guest',
    segment: () => ({ id: '5e9c2d1a-0000-4000-a000-000000000001', name: 'A segment', subject: 'guest' }),
  });

function compiled(rule: unknown, ids = everyone): readonly [set: Sql, probe: Sql] {
  const parsed = parse(rule);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [audience(parsed.checked, target), probe(parsed.checked, target, ids)];
}

async function found({ text, values }: Sql): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({ text, values });
  return rows.map(({ id }) => id).sort();
}

/** By its index. */
function expected(index: number, finds: (typeof slots)[number]['finds']): string[] {
  const value = stored[index] ?? '';
  const matches = (text: string, other: number): boolean => {
    if (typeof finds === 'function') return finds(text, value);
    return finds === 'everyone' || (finds === 'the row') === (other === index);
  };
  return everyone.filter((_, other) => matches(stored[other] ?? '', other)).sort();
}

test('there are enough texts, and no two are alike', () => {
  expect(strings.length).toBeGreaterThanOrEqual(200);
  expect(new Set(stored.map((text) => text.toLowerCase())).size).toBe(strings.length);
});

describe.each(slots)('$name ($finds)', ({ rule, finds }) => {
  test('is bound, leaves the statement as it is, and finds exactly its rows', async () => {
    const harmless = compiled(rule('harmless')).map(({ text }) => text);
    for (const [index, value] of strings.entries()) {
      const rows = expected(index, finds);
      const some = [nameOf(index), nameOf((index + 1) % strings.length)].sort();
      const statements = compiled(rule(value), some);
      expect(statements.map(({ text }) => text)).toEqual(harmless);
      const [set, probe] = await Promise.all(statements.map(found));
      expect({ value, set, probe }).toEqual({
        value,
        set: rows,
        probe: some.filter((id) => rows.includes(id)),
      });
    }
  });

  test.each(noTexts)('is refused as %j', (value) => {
    expect(parse(rule(value))).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ code: expect.stringMatching(/^text\.(nul|lone-surrogate)$/) }),
      ]),
    });
  });
});

describe.each(Object.entries(closed))('%s', (_, rule) => {
  test('that is not known is refused by a code', () => {
    for (const value of [...strings, ...noTexts]) {
      const parsed = parse(rule(value));
      if (parsed.ok) throw new Error(`accepted: ${JSON.stringify(rule(value))}`);
      for (const { code, path } of parsed.problems) {
        expect(problemCodes).toContain(code);
        expect(typeof path).toBe('string');
      }
    }
  });
});

describe('What is a number or a time as far as it goes', () => {
  const numbers = [
    '0',
    '-0.0',
    '007',
    '9'.repeat(1000),
    `0.${'0'.repeat(900)}1`,
    '-99999999999999999999',
    '1e3',
    '٣',
    '１',
    '1,5',
    ' 1',
    '1\n',
  ];
  const times = [
    '2024-01-01',
    '0001-01-01',
    '9999-12-31',
    "2024-01-01'",
    '2024-01-01T00:00:00Z; --',
    '2024-01-01 or 1=1',
    'now',
    'epoch',
    '٢٠٢٤-01-01',
  ];
  const rules = [
    ...numbers.flatMap((value) => [
      { field: 'number', operator: 'greater_than', value },
      { field: 'number', operator: 'less_than', value: { field: 'number', times: value } },
      { related: 'orders', measure: 'average', of: 'number', operator: 'less_than', value },
    ]),
    ...times.flatMap((value) => [
      { field: 'date', operator: 'after', value },
      { field: 'moment', operator: 'between', value: ['2024-01-01', value] },
    ]),
  ];

  test.each(rules.map((rule) => [JSON.stringify(rule).slice(0, 120), rule] as const))(
    '%s',
    async (_, rule) => {
      const parsed = parse(rule);
      if (!parsed.ok) return expect(parsed.problems.map(({ code }) => code)).not.toEqual([]);
      for (const statement of compiled(rule)) {
        expect(statement.text).not.toMatch(/\d{5}/);
        await found(statement);
      }
    },
  );
});
