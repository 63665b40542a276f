/** Where a page of a sorted list ended, as a text that comes back for the next. */

import { CursorInvalidError } from './access.errors.js';
import type { Sort } from './sorted-by.decorator.js';

/** The last item of the page before. */
export interface After {
  /** What it is sorted by, as text. */
  readonly key: string;
  readonly id: string;
}

const nameOf = ({ by, descending }: Sort): string => `${descending ? '-' : ''}${by}`;

export const cursorAfter = (sort: Sort, { key, id }: After): string =>
  Buffer.from(JSON.stringify([nameOf(sort), key, id])).toString('base64url');

/**
 * @param fits whether an item of the list could have these
 * @throws CursorInvalidError unless it was given for this order
 */
export function readCursor(
  sort: Sort,
  cursor: string | undefined,
  fits: (after: After) => boolean,
): After | undefined {
  if (cursor === undefined) return undefined;
  const [name, key, id] = partsOf(cursor);
  if (name === nameOf(sort) && isText(key) && isText(id) && fits({ key, id })) return { key, id };
  throw new CursorInvalidError();
}

/** A number as PostgreSQL writes it. */
export const isDecimal = (text: string): boolean => /^-?\d{1,30}(\.\d{1,30})?$/.test(text);

const isText = (part: unknown): part is string => typeof part === 'string' && !part.includes('\0');

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
