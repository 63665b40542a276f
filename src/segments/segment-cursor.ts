/** Where a page of the list of segments ended, as a text that comes back for the next. */

import { InvalidRequestError } from '../access/access.errors.js';
import { isUuid } from './rule-reader.js';
import type { After, Sort } from './segment-list.repository.js';

const nameOf = ({ by, descending }: Sort): string => `${descending ? '-' : ''}${by}`;

export const cursorAfter = (sort: Sort, { key, id }: After): string =>
  Buffer.from(JSON.stringify([nameOf(sort), key, id])).toString('base64url');

/** @throws InvalidRequestError unless it was given for this order */
export function readCursor(sort: Sort, cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined;
  const [name, key, id] = partsOf(cursor);
  const fits = typeof key === 'string' && (sort.by === 'name' || /^-?\d+(\.\d+)?$/.test(key));
  if (name === nameOf(sort) && fits && !key.includes('\0') && typeof id === 'string' && isUuid(id))
    return { key, id };
  throw new InvalidRequestError([
    {
      path: 'cursor',
      code: 'request.cursor',
      message: 'The cursor was not given for this list: send the `next_cursor` of the page before, or none.',
    },
  ]);
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
