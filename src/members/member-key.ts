/** Reads the key of a subject as callers write it. */

import type { KeyType } from '../rule-language/field.js';

const whole = (least: bigint, most: bigint) => (text: string) => {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  return BigInt(text) >= least && BigInt(text) <= most ? text : undefined;
};

const readers: Record<KeyType, (text: string) => string | undefined> = {
  uuid: (text) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined,
  integer: whole(-(2n ** 31n), 2n ** 31n - 1n),
  bigint: whole(-(2n ** 63n), 2n ** 63n - 1n),
  text: (text) => (/^[^\0]+$/.test(text) ? text : undefined),
};

/** The key as the database writes it; undefined where it is no key of this type, and so nobody's. */
export const readKey = (text: string, type: KeyType = 'text'): string | undefined => readers[type](text);
