/** How many people each part of a rule is about: alone, with what stands before it, and how many there were without it. */

import type { Checked } from '../rule-language/checked.js';
import { audience, type Target } from '../rule-language/to-sql/compile.js';
import { sql } from '../rule-language/to-sql/sql.js';
import type { Attempt } from './evaluation.js';
import { nodesOf, signature, upTo, without } from './partial-rules.js';

/** Exact counts; null where time was up. */
export interface ConditionCount {
  /** Where the condition or group stands in the rule. */
  readonly path: string;
  /** Who matches it, whatever else the rule says. */
  readonly alone: number | null;
  /** Who matches the rule as it reads up to here. */
  readonly so_far: number | null;
  /** Who would match the rule if this were deleted. */
  readonly without: number | null;
  readonly timed_out: boolean;
}

export interface CountedRule {
  readonly rule: Checked;
  readonly target: Target;
  /** The count of the whole rule, where it is known. */
  readonly whole: number | undefined;
}

/** Of every node below the root (of the root, where it is a condition), within so many milliseconds together. */
export async function conditionCounts(
  { rule, target, whole }: CountedRule,
  attempt: Attempt,
  milliseconds: number,
): Promise<ConditionCount[]> {
  const deadline = Date.now() + milliseconds;
  const known = new Map<string, number | null>(whole === undefined ? [] : [[signature(rule), whole]]);
  const count = async (part: Checked): Promise<number | null> => {
    const name = signature(part);
    const told = known.get(name);
    if (told !== undefined) return told;
    const value = await counted(part, target, attempt, deadline - Date.now());
    known.set(name, value);
    return value;
  };
  const [root, ...inner] = nodesOf(rule);
  const counts: ConditionCount[] = [];
  for (const node of inner.length > 0 ? inner : [root ?? rule]) {
    const alone = await count(node);
    const soFar = await count(upTo(rule, node));
    const rest = await count(without(rule, node));
    const timedOut = [alone, soFar, rest].includes(null);
    counts.push({ path: node.at, alone, so_far: soFar, without: rest, timed_out: timedOut });
  }
  return counts;
}

async function counted(
  rule: Checked,
  target: Target,
  attempt: Attempt,
  milliseconds: number,
): Promise<number | null> {
  if (milliseconds <= 0) return null;
  const [row] =
    (await attempt<{ count: number }>(
      sql`select count(*)::float8 as count from (${audience(rule, target)}) audience`,
      milliseconds,
    )) ?? [];
  return row?.count ?? null;
}
