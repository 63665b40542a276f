/** Ranks: where a subject stands among all the tenant's subjects, ties included. */

import type { Meaning, Setting } from './meaning.js';
import { momentOf } from './meaning.js';
import type { Rational } from './rational.js';
import { cut, decimal, multiply, whole } from './rational.js';
import type { Scope } from './scope.js';
import type { Answer, Value } from './values.js';
import { missing, number, order } from './values.js';
import type { Row } from './world.js';

/** How many places there are among N. */
type Places = (setting: Setting, population: number) => number;

/** k = ceil(p·N/100), in decimals. */
const percent: Places = ({ value }, population) => {
  const { numerator, denominator }: Rational = multiply(literalOf(value), whole(population));
  const hundredths = denominator * 100n;
  return Number((numerator + hundredths - 1n) / hundredths);
};

const positions: Places = ({ value }, population) => Math.min(Number(literalOf(value).numerator), population);

function literalOf(value: Setting['value']): Rational {
  if (typeof value !== 'number' && typeof value !== 'string') throw new Error('No number of places');
  return decimal(value);
}

const quotientDecimals = 12;

/** What a subject is ranked by: nothing, unless it counts in N. */
function rankedValue({ operand }: Setting, scope: Scope): Value | undefined {
  if (operand.several === true) throw new Error('A rank is by one value');
  const counts = operand.contributes?.(scope) ?? true;
  const [value] = counts ? operand.read(scope) : missing;
  return value?.kind === 'number' && operand.quotient === true
    ? number(cut(value.number, quotientDecimals))
    : value;
}

/** The values of all the tenant's subjects that count, and the one that is just in. */
interface Ranking {
  readonly values: ReadonlyMap<Row, Value>;
  readonly cutOff: Value | undefined;
}

function rankAll(setting: Setting, places: Places, direction: 1 | -1): Ranking {
  const { universe } = setting.oracle;
  const { local } = momentOf(setting);
  const values = new Map<Row, Value>();
  for (const row of universe.rows(universe.subject.record)) {
    const value = rankedValue(setting, { row });
    if (value !== undefined) values.set(row, value);
  }
  const best = [...values.values()].sort((a, b) => order(a, b, local) * -direction);
  return { values, cutOff: best[places(setting, best.length) - 1] };
}

const rank =
  (places: Places, direction: 1 | -1): Meaning =>
  (setting) => {
    let ranking: Ranking | undefined;
    const { local } = momentOf(setting);
    return (_answer: Answer, { row }) => {
      ranking ??= rankAll(setting, places, direction);
      const value = ranking.values.get(row);
      if (value === undefined || ranking.cutOff === undefined) return false;
      return order(value, ranking.cutOff, local) * direction >= 0;
    };
  };

export const inTopPercent = rank(percent, 1);
export const inBottomPercent = rank(percent, -1);
export const inTop = rank(positions, 1);
export const inBottom = rank(positions, -1);
