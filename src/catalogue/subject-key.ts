/** Whether a text from outside can be the key of a subject at all; PostgreSQL would answer an error otherwise. */

import type { KeyType, Subject } from '../rule-language/field.js';

const patterns: Record<KeyType, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  text: /^[^\0]+$/,
};

export const isKeyOf = ({ record }: Subject, text: string): boolean =>
  patterns[record.key[0]?.type ?? 'text'].test(text);
