/** Literals beside the values that occur: the same, just off, or something else altogether. */

import type { Field } from '../../../src/rule-language/field.js';
import * as pools from '../hostile-world/pools.js';
import type { Day } from '../oracle/calendar.js';
import { dateText, dayOf } from '../oracle/calendar.js';
import type { Rational } from '../oracle/rational.js';
import { add, cut, decimal, decimalText, multiply, whole } from '../oracle/rational.js';
import { literalText } from '../oracle/right-sides.js';
import type { Value } from '../oracle/values.js';
import { dayOfTime, isBlank } from '../oracle/values.js';
import type { Instant } from '../oracle/zone.js';
import { instantText } from '../oracle/zone.js';
import type { Spot } from './spot.js';

const mostCodePoints = 1000;

/** A text as a rule may hold it: NFC, not blank, not too long. */
export function textLiteral({ random }: Spot, sample: Value | undefined): string {
  const stored = sample?.kind === 'text' ? sample.text : undefined;
  const makers: (() => string)[] = [() => random.pick(pools.shortTexts), () => random.pick(pools.texts)];
  if (stored !== undefined) {
    const near = [() => stored, () => stored, () => stored.toUpperCase(), () => stored.toLowerCase()];
    makers.push(
      ...near,
      ...near,
      () => `${stored} `,
      () => ` ${stored}`,
    );
  }
  return allowed(random.pick(makers)(), () => random.pick(['Berlin', 'Straße', 'Σ', '%']));
}

/** A piece of a text, cut between code points: from the start, from the end, or from anywhere. */
export function pieceLiteral(spot: Spot, sample: Value | undefined): string {
  const { random } = spot;
  const letters = [...textLiteral(spot, sample)];
  const from = random.chance(0.4) ? 0 : random.integer(0, letters.length - 1);
  const to = random.chance(0.4)
    ? letters.length
    : random.integer(from + 1, Math.min(letters.length, from + 4));
  return allowed(letters.slice(from, to).join(''), () => random.pick(['a', 'Σ', '%', '_', '\\', 'ß']));
}

function allowed(text: string, otherwise: () => string): string {
  const composed = literalText(text);
  return isBlank(composed) || [...composed].length > mostCodePoints ? otherwise() : composed;
}

export function selectLiteral(spot: Spot, sample: Value | undefined, field: Field | undefined): string {
  const { random } = spot;
  const options = (field?.options ?? []).map(({ value }) => value);
  const stored = sample?.kind === 'text' ? literalText(sample.text) : undefined;
  const isClosed = field !== undefined && field.open !== true;
  if (stored !== undefined && (!isClosed || options.includes(stored)) && random.chance(0.6)) return stored;
  return options.length > 0 && (isClosed || random.chance(0.6))
    ? random.pick(options)
    : textLiteral(spot, sample);
}

export function tagLiteral({ random }: Spot, sample: Value | undefined): string {
  const stored =
    sample?.kind === 'tags' && random.chance(0.7) ? random.pick(sample.tags) : random.pick(pools.tags);
  return allowed(stored, () => 'vegan');
}

const steps = ['0', '0', '0', '0', '1', '-1', '0.01', '-0.01', '0.000000000001', '-0.000000000000000001'].map(
  decimal,
);

/** A number at or near the sample. */
export function numberNear({ random }: Spot, sample: Value | undefined): Rational {
  if (sample?.kind !== 'number' || random.chance(0.15)) {
    return decimal(random.pick([...pools.amounts, ...pools.integers, '0.5', '33.333333333333', '1e3']));
  }
  const near = add(sample.number, random.pick(steps));
  return random.chance(0.05) ? multiply(near, whole(-1)) : near;
}

const mostDecimals = 40;

/** As a JSON number where that is exact and short, and as a text of digits otherwise. */
export function written({ random }: Spot, value: Rational): number | string {
  const text = decimalText(cut(value, mostDecimals));
  const asNumber = Number(text);
  const isShort = text.replace(/[-.]/g, '').length <= 15;
  return isShort && random.chance(0.8) ? asNumber : text;
}

const earliest = dayOf(1, 1, 2);
const latest = dayOf(9999, 12, 30);

export function dayNear({ random, oracle }: Spot, sample: Value | undefined): Day {
  const { today, local } = oracle.universe.moment;
  const isTime = sample?.kind === 'date' || sample?.kind === 'datetime';
  const day = isTime && random.chance(0.85) ? dayOfTime(sample, local) : today;
  return Math.min(latest, Math.max(earliest, day + random.pick([0, 0, 0, 0, 1, -1, 7, -30, 365])));
}

export const dateLiteral = (spot: Spot, sample: Value | undefined): string => dateText(dayNear(spot, sample));

export function instantNear({ random, oracle }: Spot, sample: Value | undefined): Instant {
  const { now, local } = oracle.universe.moment;
  const near = sample?.kind === 'datetime' && random.chance(0.85) ? sample.instant : now;
  const moved = near + random.pick([0n, 0n, 0n, 1n, -1n, 1_000_000n, -3_600_000_000n]);
  const day = local.day(moved);
  return day <= earliest || day >= latest ? now : moved;
}

/** In UTC, or as another offset writes the same instant. */
export function instantLiteral({ random }: Spot, instant: Instant): string {
  const written = random.weighted<string>([
    [6, () => instantText(instant)],
    [2, () => withOffset(instant, random.pick([60, 120, -240, -300, 345, 780, 840, -660]))],
  ]);
  return random.chance(0.3) ? written.replace('.000000', '') : written;
}

function withOffset(instant: Instant, minutes: number): string {
  const local = instantText(instant + BigInt(minutes) * 60_000_000n).slice(0, -1);
  const part = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`;
}
