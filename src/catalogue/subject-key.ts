/** Whether a text from outside can be the key of a subject. */

import type { Subject } from '../rule-language/field.js';
import { fits } from './key-text.js';

/** Numbers have one spelling, so that nobody goes by two: neither `007` nor `-0`. */
const wholeNumber = /^(0|-?[1-9]\d*)$/;

export function isKeyOf({ record }: Subject, text: string): boolean {
  const type = record.key[0]?.type ?? 'text';
  const isNumber = type === 'integer' || type === 'bigint';
  return text !== '' && fits(type, text) && (!isNumber || wholeNumber.test(text));
}
