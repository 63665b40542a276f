/**
 * The contract as a table: each row is read as set, as probe, by the predicate and in words, and whoever it does not
 * match must match its complement: none of it, and the negative twin of its operator.
 */

import { afterAll, describe, expect, test } from '@jest/globals';
import { covered, demanded } from './conformance/coverage.js';
import { judged } from './conformance/judged.js';
import { readers, words } from './conformance/readers.js';
import { answered, questions } from './conformance/singled-out.js';
import { scenes } from './conformance/table.js';

afterAll(() => readers.end());

describe.each(scenes)('$title', (scene) => {
  test.each(scene.rows)('guests $words', async (row) => {
    const { found, expected } = await judged(row, scene);
    const sentence = row.words === 'all' ? 'All guests.' : `Guests ${row.words}.`;
    expect({ words: words(row.rule, scene), ...found }).toEqual({ words: sentence, ...expected });
  });
});

describe('Of single guests', () => {
  test.each(questions)('$name', async (question) => {
    const { found, expected } = await answered(question);
    expect(found).toEqual(expected);
  });
});

describe('The table has a row for', () => {
  test.each(Object.entries(demanded))('each %s', (kind, names) => {
    const found = covered(scenes)[kind as keyof typeof demanded];
    expect(names.filter((name) => !found.has(name))).toEqual([]);
  });
});
