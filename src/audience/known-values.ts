/** Which of the values that a rule looks for any record has, as far as that is found out in time. */

import type { Checked } from '../rule-language/checked.js';
import type { Field } from '../rule-language/field.js';
import { type KnownValues, valuesSoughtBy } from '../rule-language/lint.js';
import { occurring } from '../rule-language/to-sql/occurrences.js';
import type { Target } from '../rule-language/to-sql/statement.js';
import type { Attempt } from './evaluation.js';

/** Within so many milliseconds together. */
export async function knownValues(
  rule: Checked,
  target: Target,
  attempt: Attempt,
  milliseconds: number,
): Promise<KnownValues> {
  const deadline = Date.now() + milliseconds;
  const known = new Map<Field, ReadonlySet<string>>();
  for (const sought of valuesSoughtBy(rule)) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    const rows = await attempt<{ value: string }>(occurring(sought, target), left);
    if (rows) known.set(sought.field, new Set(rows.map(({ value }) => value)));
  }
  return (field) => known.get(field);
}
