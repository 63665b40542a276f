/** Values that a rule looks for and that are not offered any more, or that no record has. */

import type { Condition, FieldOperand, Operand, Test } from '../checked.js';
import type { Field, RecordType } from '../field.js';
import { optionsField } from '../to-words/operands.js';
import type { Oddity } from './oddity.js';

/** Of the values that are sought in a field, those that some record has; undefined where that is not known. */
export type KnownValues = (field: Field) => ReadonlySet<string> | undefined;

/** Values that conditions look for in a field that is stored. */
export interface Sought {
  readonly record: RecordType;
  readonly field: Field;
  readonly values: readonly string[];
}

/** What conditions look for, each field once. */
export function soughtIn(conditions: readonly Condition[]): Sought[] {
  const found = new Map<Field, Sought>();
  for (const { operand, test } of conditions) {
    const read = storedIn(operand);
    const values = textsOf(test);
    if (!read || values.length === 0) continue;
    const { field, route } = read;
    const before = found.get(field)?.values ?? [];
    found.set(field, { record: route.record, field, values: [...new Set([...before, ...values])] });
  }
  return [...found.values()];
}

const kept: ReadonlySet<string> = new Set(['column', 'row', 'json']);

/** The field whose values the operand's are, if it is stored as such. */
function storedIn(operand: Operand): FieldOperand | undefined {
  if (operand.kind === 'measure') return operand.of && storedIn(operand.of);
  return operand.kind === 'field' && kept.has(operand.field.source.kind) ? operand : undefined;
}

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
