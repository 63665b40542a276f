/** The records that a condition rests on: the latest that contribute to what it measures, with the fields it looks at. */

import type { Checked, CheckedGroup, MeasureOperand, Operand } from '../rule-language/checked.js';
import { parseTime } from '../rule-language/parse.js';
import type { Target } from '../rule-language/to-sql/compile.js';
import { contributions } from '../rule-language/to-sql/records.js';
import type { Ask } from './evaluation.js';

export interface EvidenceRecord {
  /** Its key. */
  readonly id: string;
  /** As texts, null when missing, and of what the caller may not see. */
  readonly fields: Readonly<Record<string, string | null>>;
}

export interface Evidence {
  /** The kind of record. */
  readonly record: string;
  readonly records: readonly EvidenceRecord[];
}

/** Records that are shown of each condition. */
const most = 5;

/**
 * Of a condition on related records, or on what is derived of them; undefined of any other.
 * @param mayShow whether the caller may see what an operand reads
 */
export async function evidenceOf(
  node: Checked,
  target: Target,
  id: string,
  ask: Ask,
  mayShow: (operand: Operand) => boolean,
): Promise<Evidence | undefined> {
  const measure = node.kind === 'condition' ? measureIn(node.operand) : undefined;
  if (!measure) return undefined;
  const time = timeOf(measure, target);
  const fields = new Map(shownFields(measure, time));
  const shown = [...fields].filter(([, operand]) => mayShow(operand));
  const rows = await ask<Record<string, string | null>>(
    contributions(measure, { fields: shown.map(([, operand]) => operand), time, limit: most }, target, id),
  );
  const none = [...fields.keys()].map((name) => [name, null] as const);
  const records = rows.map((row) => ({
    id: row.key ?? '',
    fields: Object.fromEntries([...none, ...shown.map(([name], index) => [name, row[`f${index}`] ?? null])]),
  }));
  return { record: measure.target.name, records };
}

/** The measure itself, or the one that something is derived of. */
const measureIn = (operand: Operand): MeasureOperand | undefined => {
  if (operand.kind === 'measure') return operand;
  if (operand.kind !== 'derived') return undefined;
  return operand.inputs.map(measureIn).find((measure) => measure !== undefined);
};

function timeOf({ collection }: MeasureOperand, { vocabulary }: Target): Operand | undefined {
  const last = collection.steps.at(-1);
  return last && parseTime(last, vocabulary);
}

/** Its time, what is measured, and what is asked of it: whatever of that is read from the record. */
function shownFields(
  { of, where, satisfying }: MeasureOperand,
  time: Operand | undefined,
): [string, Operand][] {
  const asked = [where, satisfying].flatMap((group) => (group ? operandsIn(group) : []));
  return [time, of, ...asked].flatMap((operand) => {
    if (!operand || operand.kind === 'measure' || operand.type === 'point') return [];
    if (operand.route.from !== 'this') return [];
    return [[[...operand.route.path.map(({ name }) => name), operand.field.name].join('.'), operand]];
  });
}

const operandsIn = (group: CheckedGroup): Operand[] =>
  group.rules.flatMap((rule) => {
    if (rule.kind === 'group') return operandsIn(rule);
    return rule.kind === 'condition' ? [rule.operand] : [];
  });
