/** Whether a text from outside can be the key of a subject at all; PostgreSQL would answer an error otherwise. */

import type { KeyType, Subject } from '../rule-language/field.js';

const wholeBelow = (limit: bigint) => (text: string) =>
  /^(0|-?[1-9]\d{0,18})$/.test(text) && BigInt(text) >= -limit && BigInt(text) < limit;

const checks: Record<KeyType, (text: string) => boolean> = {
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  integer: wholeBelow(2n ** 31n),
  bigint: wholeBelow(2n ** 63n),
  text: (text) => /^[^\0]+$/.test(text),
};

export const isKeyOf = ({ record }: Subject, text: string): boolean =>
  checks[record.key[0]?.type ?? 'text'](text);
