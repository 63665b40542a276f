/**
 * The shapes of the statements that rules become, as files to read. What they answer is the conformance table's to
 * say; these hold what they cost: what is read, in which way, and what is left out.
 */

import { describe, expect, test } from '@jest/globals';
import { accept, accepted, fileOf, filesThere, remove, written } from './accepted-statements.js';
import { shapes } from './statements/shapes.js';

const files = shapes.map(fileOf);

/** Read what git shows of it before it is committed. */
if (process.env.ACCEPT_STATEMENTS === 'true') {
  for (const name of filesThere()) if (!files.includes(name)) remove(name);
  shapes.forEach(accept);
}

describe('Statements (to accept others: ACCEPT_STATEMENTS=true npm test -- test/rule-language/statements)', () => {
  test.each(shapes)('$promise', (shape) => {
    expect(written(shape)).toEqual(accepted(shape) ?? `There is no ${fileOf(shape)}.`);
  });

  test('are all of the table', () => {
    expect(filesThere().filter((name) => !files.includes(name))).toEqual([]);
  });

  test('have a file for each promise', () => {
    expect(files.filter((name, index) => files.indexOf(name) !== index)).toEqual([]);
  });
});
