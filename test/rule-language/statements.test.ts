/**
 * The shapes of the statements that rules become, as files to read. What they answer is the conformance table's to
 * say; these hold what they cost: what is read, in which way, and what is left out.
 */

import { describe, expect, test } from '@jest/globals';
import { accept, accepted, fileOf, filesThere, remove, written } from './accepted-statements.js';
import { shapes } from './statements/shapes.js';

const accepting = process.env.ACCEPT_STATEMENTS === 'true';
const howToAccept =
  'If that is meant: ACCEPT_STATEMENTS=true npm test -- test/rule-language/statements, and read the diff.';

if (accepting) {
  const wanted = new Set(shapes.map(fileOf));
  for (const name of filesThere()) if (!wanted.has(name)) remove(name);
  shapes.forEach(accept);
}

describe('The statements', () => {
  test.each(shapes)('$promise', (shape) => {
    const before = accepted(shape) ?? `There is no ${fileOf(shape)}.`;
    const found = { statements: written(shape), howToAccept };
    expect(found).toEqual({ statements: before, howToAccept });
  });

  test('are all of the table', () => {
    const wanted = new Set(shapes.map(fileOf));
    expect(filesThere().filter((name) => !wanted.has(name))).toEqual([]);
  });

  test('make a promise each', () => {
    const files = shapes.map(fileOf);
    expect(files.filter((name, index) => files.indexOf(name) !== index)).toEqual([]);
  });
});
