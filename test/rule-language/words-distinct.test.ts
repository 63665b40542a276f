/** No two rules of different meaning read alike: many small ones, each compared with all others. */

import { expect, test } from '@jest/globals';
import { languageCodes } from '../../src/rule-language/to-words.js';
import { differentRules } from './words-different-rules.js';
import { inWords } from './words-saying.js';

test.each(languageCodes)('two rules of different meaning never read alike: %s', (language) => {
  const said = new Map<string, object>();
  const alike: string[][] = [];
  for (const rule of differentRules) {
    const words = inWords(rule, { lists: 'whole', language });
    const other = said.get(words);
    if (other !== undefined) alike.push([words, JSON.stringify(other), JSON.stringify(rule)]);
    said.set(words, rule);
  }
  expect(differentRules.length).toBeGreaterThan(10_000);
  expect(alike).toEqual([]);
});
