/** Exact numbers: fractions of two big integers, so that no comparison ever rounds. */

export interface Rational {
  readonly numerator: bigint;
  /** Always above zero. */
  readonly denominator: bigint;
}

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

export const whole = (count: number | bigint): Rational => ({ numerator: BigInt(count), denominator: 1n });
export const zero = whole(0);

/** A decimal text, with or without an exponent; NaN, the infinities and anything else are no number. */
export function parseDecimal(text: string): Rational | undefined {
  const match = decimalForm.exec(text);
  if (match === null) return undefined;
  const [, sign = '', integral = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${integral}${fraction}`);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0
    ? whole(digits * 10n ** BigInt(shift))
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

/** A float as the decimal it is written as: JavaScript writes the shortest that reads back as the same double. */
export const parseFloatValue = (value: number): Rational | undefined => parseDecimal(String(value));

/** A literal of the rule, which the contract has made a number already. */
export function decimal(literal: number | string): Rational {
  const parsed = parseDecimal(String(literal));
  if (parsed === undefined) throw new Error(`Not a decimal: ${literal}`);
  return parsed;
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) {
    return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  }
  // Decimals of different lengths share the longer denominator, so that long sums stay small.
  if (a.denominator % b.denominator === 0n) {
    const factor = a.denominator / b.denominator;
    return { numerator: a.numerator + b.numerator * factor, denominator: a.denominator };
  }
  if (b.denominator % a.denominator === 0n) return add(b, a);
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero);

export const multiply = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** `a` over a `b` above zero. */
export const divide = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.denominator,
  denominator: a.denominator * b.numerator,
});

/** Below, at or above zero as `a` is below, at or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Cut, never rounded, to so many decimals: toward zero, as big integers divide. */
export function cut(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return { numerator: (value.numerator * scale) / value.denominator, denominator: scale };
}

/** One text for one number, however it was written. */
export function canonical(value: Rational): string {
  const divisor = greatestCommonDivisor(value.numerator, value.denominator);
  return `${value.numerator / divisor}/${value.denominator / divisor}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Plain digits without an exponent or trailing zeros; a fraction that never ends has no such text. */
export function decimalText(value: Rational): string {
  let scale = 0;
  let rest = value;
  while (rest.numerator % rest.denominator !== 0n) {
    if (scale === 2000) throw new Error(`No decimal text: ${canonical(value)}`);
    scale += 1;
    rest = { numerator: rest.numerator * 10n, denominator: rest.denominator };
  }
  const quotient = rest.numerator / rest.denominator;
  const digits = (quotient < 0n ? -quotient : quotient).toString().padStart(scale + 1, '0');
  const integral = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? integral : `${integral}.${digits.slice(-scale)}`;
  return quotient < 0n ? `-${text}` : text;
}
