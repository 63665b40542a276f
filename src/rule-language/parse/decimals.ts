/** Exact decimals: from JSON numbers and texts to `-?digits[.digits]`, without ever rounding. */

import { longestText } from './bounds.js';

/** `too-long` is reported by the bounds, which hold for every text. */
export type DecimalFault = 'not-a-number' | 'beyond-integers' | 'too-long';

/** The exact decimal that a JSON number or a text of digits means, in its shortest form. */
export function readDecimal(value: unknown): { readonly decimal: string } | { readonly fault: DecimalFault } {
  if (typeof value === 'string') {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return { fault: 'not-a-number' };
    return value.length > longestText ? { fault: 'too-long' } : { decimal: shorten(value) };
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return { fault: 'not-a-number' };
  // From 2^53 on, whoever read the JSON may have rounded already.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return { fault: 'beyond-integers' };
  return { decimal: decimalOf(value) };
}

/** `-007.50` → `-7.5`, `-0.0` → `0`. */
function shorten(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(negative ? 1 : 0).split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const decimals = withoutLastZeros(fraction);
  const size = decimals === '' ? digits : `${digits}.${decimals}`;
  return negative && size !== '0' ? `-${size}` : size;
}

/** By hand: a regular expression would try at every zero. */
export function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** The shortest decimal that reads back as this number. An exponent, always negative here, is written out. */
function decimalOf(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return shorten(mantissa);
  const negative = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  return `${negative}0.${'0'.repeat(-Number(exponent) - whole.length)}${whole}${fraction}`;
}

/** As a rule is written back: a JSON number where it means exactly this decimal, else a text. */
export function writeDecimal(decimal: string): number | string {
  const read = readDecimal(Number(decimal));
  return 'decimal' in read && read.decimal === decimal ? Number(decimal) : decimal;
}

/** Below, at or above zero as `a` is less than, equal to or greater than `b`; both in their shortest form. */
export function compareDecimals(a: string, b: string): number {
  const negative = a.startsWith('-');
  if (negative !== b.startsWith('-')) return negative ? -1 : 1;
  return negative ? compareSizes(b.slice(1), a.slice(1)) : compareSizes(a, b);
}

function compareSizes(a: string, b: string): number {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  return wholeA.length - wholeB.length || compareTexts(wholeA, wholeB) || compareTexts(fractionA, fractionB);
}

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
