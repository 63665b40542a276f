/** Reads JSON text as it came over the wire: what JSON.parse would silently take is refused here. */

import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { deepestNesting, isLargerThan, largestBytes, malformedTexts } from './bounds.js';
import { withoutLastZeros } from './decimals.js';
import { pathTo } from './place.js';
import { mostProblems, type Problem, problem } from './problems.js';

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function readJson(text: string): ParsedJson {
  if (isLargerThan(text, largestBytes)) return refused(problem('', 'json.too-large'));
  // Counted by hand: readers of JSON go down by recursion.
  if (nestingOf(text) > deepestNesting) return refused(problem('', 'json.too-nested'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(syntaxProblem(text));
  }
  const problems = [...lostOnTheWay(text), ...malformedTexts(value)];
  return problems.length > 0 ? refused(...problems.slice(0, mostProblems)) : { ok: true, value };
}

const refused = (...problems: readonly Problem[]): ParsedJson => ({ ok: false, problems });

function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inText && character === '\\') index++;
    else if (character === '"') inText = !inText;
    else if (!inText && (character === '{' || character === '[')) deepest = Math.max(deepest, ++depth);
    else if (!inText && (character === '}' || character === ']')) depth--;
  }
  return deepest;
}

const strictly = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Only the first fault: the rest of the text cannot be trusted to mean what it says. */
function syntaxProblem(text: string): Problem {
  let first: Problem | undefined;
  visit(
    text,
    {
      onError: (code, _offset, _length, line, character) => {
        first ??= problem('', 'json.syntax', inWords(printParseErrorCode(code)), line + 1, character + 1);
      },
    },
    strictly,
  );
  return first ?? problem('', 'json.syntax', 'invalid character', 1, 1);
}

/** `CommaExpected` → `comma expected`. */
const inWords = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** Keys that JSON.parse overwrites, and numbers that it rounds. */
function lostOnTheWay(text: string): Problem[] {
  const problems: Problem[] = [];
  const objects: Set<string>[] = [];
  const pathOf = (supplied: () => (string | number)[]): string => supplied().reduce(pathTo, '');
  const visitor: JSONVisitor = {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, _offset, _length, _line, _character, supplied) => {
      const keys = objects.at(-1);
      if (keys?.has(key)) problems.push(problem(pathTo(pathOf(supplied), key), 'json.duplicate-key', key));
      keys?.add(key);
    },
    onLiteralValue: (value, offset, length, _line, _character, supplied) => {
      if (typeof value !== 'number') return;
      const written = text.slice(offset, offset + length);
      if (!isExact(written)) problems.push(problem(pathOf(supplied), 'json.inexact-number', written));
    },
  };
  visit(text, visitor, strictly);
  return problems;
}

/** Whether the number that JSON.parse makes of it is written with the same digits. */
function isExact(written: string): boolean {
  const digits = significant(written);
  return digits !== undefined && digits === significant(String(Number(written)));
}

/** The digits without the zeros around them, and the power of ten they stand at. */
function significant(written: string): string | undefined {
  if (written.length > 1_000) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const shortened = withoutLastZeros(digits);
  if (whole === '' || shortened === '') return whole === '' ? undefined : '0';
  const power = Number(exponent) - fraction.length + digits.length - shortened.length;
  return `${sign}${shortened}e${power}`;
}
