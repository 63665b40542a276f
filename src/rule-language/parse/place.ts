/** Where something stands in a document: as it was written (for problems) and as it is written back (for the tree). */

import { clip } from './texts.js';

export interface Place {
  /** In the document as it came, such as `rules[2].value`; the root is the empty text. */
  readonly path: string;
  /** In the canonical document. The two differ below flat lists only. */
  readonly at: string;
}

export const rootPlace: Place = { path: '', at: '' };

export type Key = string | number;

/** `path` and a key below it: `rules[2].value`; odd keys are quoted and shortened. */
export function pathTo(path: string, key: Key): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$]{0,99}$/.test(key)) return `${path}[${JSON.stringify(clip(key))}]`;
  return path === '' ? key : `${path}.${key}`;
}

export const below = (place: Place, ...keys: readonly Key[]): Place => ({
  path: keys.reduce(pathTo, place.path),
  at: keys.reduce(pathTo, place.at),
});
