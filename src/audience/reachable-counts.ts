/** How many of an audience may be contacted, channel by channel. */

import type { Channel } from '../consent/channels.js';
import type { Reachability } from '../consent/reachability.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, type Target } from '../rule-language/to-sql/compile.js';
import { sql } from '../rule-language/to-sql/sql.js';
import { addressed } from '../rule-language/to-sql/subjects.js';
import { addressFields } from './catalogue-addressees.js';
import type { Attempt } from './evaluation.js';

/** Exact; null where time was up. */
export type ReachableCounts = Readonly<Partial<Record<Channel, number | null>>>;

/** By every channel that the subject has an address for, within so many milliseconds together. */
export async function reachableCounts(
  { rule, target }: { readonly rule: Checked; readonly target: Target },
  reachability: Reachability,
  attempt: Attempt,
  milliseconds: number,
): Promise<ReachableCounts> {
  const deadline = Date.now() + milliseconds;
  const counts: Partial<Record<Channel, number | null>> = {};
  for (const [channel, field] of addressFields(target.subject)) {
    const { tenant, subject } = target;
    const people = addressed(target, audience(rule, target), field);
    const reachable = reachability.reachable({ tenant, subject: subject.name, channel, people });
    const counted = sql`select count(*)::float8 as count from (${reachable}) reachable`;
    const [row] = (await attempt<{ count: number }>(counted, deadline - Date.now())) ?? [];
    counts[channel] = row?.count ?? null;
  }
  return counts;
}
