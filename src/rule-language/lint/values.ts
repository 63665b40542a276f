/** Sets of values: stretches of exact decimals, and texts that are in or left out. */

import { compareDecimals } from '../parse/decimals.js';

export interface End {
  /** An exact decimal in its shortest form. */
  readonly at: string;
  /** The end itself is not in. */
  readonly open: boolean;
}

/** Between its ends; an absent one is open. */
export interface Stretch {
  readonly from?: End;
  readonly to?: End;
}

export type Values =
  /** Any of the stretches. */
  | { readonly kind: 'points'; readonly stretches: readonly Stretch[] }
  /** These texts, or all `except` these. */
  | { readonly kind: 'texts'; readonly texts: ReadonlySet<string>; readonly except: boolean };

export const points = (...stretches: readonly Stretch[]): Values => ({ kind: 'points', stretches });
export const texts = (...values: readonly string[]): Values => ({
  kind: 'texts',
  texts: new Set(values),
  except: false,
});

export const from = (at: string): Stretch => ({ from: { at, open: false } });
export const after = (at: string): Stretch => ({ from: { at, open: true } });
export const to = (at: string): Stretch => ({ to: { at, open: false } });
export const before = (at: string): Stretch => ({ to: { at, open: true } });
export const exactly = (at: string): Stretch => ({ ...from(at), ...to(at) });

export function complement(values: Values): Values {
  if (values.kind === 'texts') return { ...values, except: !values.except };
  const none: Values = points({});
  return values.stretches.reduce<Values>(
    (left, stretch) => intersection(left, points(...beside(stretch))),
    none,
  );
}

const beside = ({ from, to }: Stretch): Stretch[] => [
  ...(from ? [{ to: { at: from.at, open: !from.open } }] : []),
  ...(to ? [{ from: { at: to.at, open: !to.open } }] : []),
];

/** Of two of a kind; sets of different kinds never speak about the same values. */
export function intersection(a: Values, b: Values): Values {
  if (a.kind === 'points' && b.kind === 'points') {
    const common = a.stretches.flatMap((one) => b.stretches.map((other) => overlap(one, other)));
    return points(...common.filter((stretch) => !isEmptyStretch(stretch)));
  }
  if (a.kind === 'texts' && b.kind === 'texts') return commonTexts(a, b);
  return a;
}

type Texts = Extract<Values, { kind: 'texts' }>;

function commonTexts(a: Texts, b: Texts): Texts {
  if (a.except && b.except) return { ...a, texts: new Set([...a.texts, ...b.texts]) };
  const [listed, other] = a.except ? [b, a] : [a, b];
  const kept = [...listed.texts].filter((text) => other.texts.has(text) !== other.except);
  return { ...listed, texts: new Set(kept) };
}

function overlap(a: Stretch, b: Stretch): Stretch {
  const start = narrower(a.from, b.from, 1);
  const end = narrower(a.to, b.to, -1);
  return { ...(start && { from: start }), ...(end && { to: end }) };
}

function narrower(a: End | undefined, b: End | undefined, direction: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = compareDecimals(a.at, b.at) * direction;
  return order === 0 ? { at: a.at, open: a.open || b.open } : order > 0 ? a : b;
}

function isEmptyStretch({ from, to }: Stretch): boolean {
  if (!from || !to) return false;
  const order = compareDecimals(from.at, to.at);
  return order > 0 || (order === 0 && (from.open || to.open));
}

/** `whole`: only whole numbers are values. */
export function isEmpty(values: Values, whole: boolean): boolean {
  if (values.kind === 'texts') return !values.except && values.texts.size === 0;
  return values.stretches.every((stretch) => isEmptyStretch(stretch) || (whole && hasNoWhole(stretch)));
}

function hasNoWhole({ from, to }: Stretch): boolean {
  if (!from || !to) return false;
  const first = floor(from.at) + (from.open || !isWhole(from.at) ? 1n : 0n);
  const last = floor(to.at) - (to.open && isWhole(to.at) ? 1n : 0n);
  return first > last;
}

const isWhole = (decimal: string): boolean => !decimal.includes('.');
const floor = (decimal: string): bigint => {
  const whole = BigInt(decimal.split('.')[0] ?? '0');
  return decimal.startsWith('-') && !isWhole(decimal) ? whole - 1n : whole;
};
