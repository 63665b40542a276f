/** JSON text as it comes over the wire: what JSON.parse silently takes is refused. */

import { describe, expect, it } from '@jest/globals';
import { parseJson } from '../../../src/rule-language/parse.js';

const problemsIn = (text: string): string[] => {
  const parsed = parseJson(text);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} at ${path}`);
};

describe('JSON text', () => {
  it.each([
    '{"match":"all","rules":[{"field":"city","operator":"is_empty"}]}',
    ' [1, -0, 1.0, 1.50e2, 1E-7, 0.1, 9007199254740991, 9007199254740992, 1e21, 0e5, 5e-324, 1.7976931348623157e308]\n',
    '"\\u00e9\\ud83d\\ude00\\n"',
    'null',
    '[{"a":1},{"a":1},{"b":{"a":1}}]',
    '{"__proto__":1,"constructor":2,"toString":3}',
    `${'['.repeat(64)}${']'.repeat(64)}`,
    `"${'\\"['.repeat(100)}"`,
    JSON.stringify('x'.repeat(1_048_574)),
  ])('%.60s', (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each<[string, string, string[]]>([
    ['nothing', '', ['json.syntax at ']],
    ['blanks', ' \n', ['json.syntax at ']],
    ['half an object', '{"a":', ['json.syntax at ']],
    ['a comment', '{"a":1} // b', ['json.syntax at ']],
    ['a trailing comma', '[1,]', ['json.syntax at ']],
    ['two values', '1 2', ['json.syntax at ']],
    ['a leading zero', '[01]', ['json.syntax at ']],
    ['a raw control character', '"a\u0001"', ['json.syntax at ']],
    ['single quotes', "{'a':1}", ['json.syntax at ']],
    ['a bare key', '{a:1}', ['json.syntax at ']],
    ['an unknown escape', '"\\x"', ['json.syntax at ']],
    ['a byte order mark', '\ufeff{}', ['json.syntax at ']],
    ['NaN', '[NaN]', ['json.syntax at ']],
    ['a key twice', '{"a":1,"b":2,"a":1}', ['json.duplicate-key at a']],
    ['a key twice, escaped', '{"a":1,"\\u0061":2}', ['json.duplicate-key at a']],
    ['a key thrice', '{"a":1,"a":2,"a":3}', ['json.duplicate-key at a', 'json.duplicate-key at a']],
    [
      'keys twice further down',
      '{"rules":[1,{"a b":{"c":1,"c":2}}]}',
      ['json.duplicate-key at rules[1]["a b"].c'],
    ],
    ['a key of the prototype twice', '{"__proto__":1,"__proto__":2}', ['json.duplicate-key at __proto__']],
    ['2^53 + 1', '{"value":9007199254740993}', ['json.inexact-number at value']],
    ['more digits than a double', '[0.1000000000000000055]', ['json.inexact-number at [0]']],
    ['more than a double', '[1e400]', ['json.inexact-number at [0]']],
    ['less than a double', '[1e-400]', ['json.inexact-number at [0]']],
    ['a very long number', `[1${'0'.repeat(1_001)}]`, ['json.inexact-number at [0]']],
    ['a NUL', '{"a":"\\u0000"}', ['text.nul at a']],
    ['a NUL in a key', '{"\\u0000":1}', ['text.nul at ["\\u0000"]']],
    ['half a surrogate pair', '["\\ud83d"]', ['text.lone-surrogate at [0]']],
    ['a pair the wrong way round', '["\\ude00\\ud83d"]', ['text.lone-surrogate at [0]']],
    ['everything at once', '{"a":1,"a":"\\u0000"}', ['json.duplicate-key at a', 'text.nul at a']],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, ['json.too-nested at ']],
    ['a million levels', '['.repeat(1_000_000), ['json.too-nested at ']],
    ['a million levels of objects', '{"a":'.repeat(200_000), ['json.too-nested at ']],
    ['more than 1 MiB', JSON.stringify('x'.repeat(1_048_575)), ['json.too-large at ']],
    ['more than 1 MiB in UTF-8', JSON.stringify('ü'.repeat(524_288)), ['json.too-large at ']],
  ])('refuses %s', (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  it('says where the first fault of syntax is, and only that', () => {
    const parsed = parseJson('{\n  "a": 1\n  "b": 2,,\n}');
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          path: '',
          code: 'json.syntax',
          message: 'The text is no JSON: comma expected at line 3, column 3.',
        },
      ],
    });
  });
});
