/** What things are called: as declared, or else as their names read. */

import type { Labels, RecordType } from '../rule-language/field.js';
import type { Label } from './declaration.js';

/** `placed_at` as people read it: `Placed at`. */
const humanised = (name: string): string => {
  const words = name.replaceAll(/[._]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function labelled(
  declared: Label | undefined,
  name: string,
): { readonly label: string; readonly labels?: Labels } {
  if (typeof declared !== 'object') return { label: declared ?? humanised(name) };
  const { en, ...labels } = declared;
  return { label: en ?? humanised(name), labels };
}

export const pluralsOf = (declared: Label): NonNullable<RecordType['plurals']> =>
  typeof declared === 'string' ? { en: declared } : declared;
