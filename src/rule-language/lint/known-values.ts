/** Values that a rule looks for and that are not offered any more, or that no record has. */

import type { Condition, Test } from '../checked.js';
import type { Field } from '../field.js';
import { optionsField } from '../to-words/operands.js';
import type { Oddity } from './oddity.js';

export type KnownValues = (field: Field) => ReadonlySet<string> | undefined;

export function valuesSought(node: Condition, knownValues?: KnownValues): Oddity[] {
  const field = optionsField(node.operand);
  if (!field) return [];
  const sought = textsOf(node.test);
  const archived = (field.options ?? []).filter((option) => option.archived).map(({ value }) => value);
  const known = knownValues?.(field);
  return [
    ...(sought.some((value) => archived.includes(value))
      ? [{ code: 'lint.archived-option', node } as const]
      : []),
    ...(known && sought.some((value) => !isAmong(value, known, field))
      ? [{ code: 'lint.unknown-value', node } as const]
      : []),
  ];
}

function textsOf(test: Test): readonly string[] {
  if ('tags' in test) return test.tags;
  const sides = 'values' in test ? test.values : test.operator === 'equals' ? [test.value] : [];
  return sides.flatMap((side) => (side.kind === 'text' ? [side.value] : []));
}

/** Texts compare in whatever case; selects, tags and codes to the letter. */
function isAmong(value: string, known: ReadonlySet<string>, { type, exact }: Field): boolean {
  if (type !== 'text' || exact) return known.has(value);
  return [...known].some((other) => other.toLowerCase() === value.toLowerCase());
}
