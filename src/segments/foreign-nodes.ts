/** Single nodes of rules as other CRMs send them: a document or a list as a group, a row with how it joins the others. */

import type { Placement } from '../rules/rule-edits.js';
import { isNode, type RuleNode } from '../rules/rule-nodes.js';
import { type EditProblem, RuleEditError } from '../rules/rules.errors.js';
import { withoutSending } from './foreign-documents.js';

/** A group or a condition, or a list of rules that say how they join. */
export type SentNode = RuleNode | readonly unknown[];

/** Into whose segments it goes, and what those are about. */
interface Destination {
  readonly tenant: string;
  readonly subject: string;
}

/**
 * The node alone, and where it goes.
 * @throws RuleEditError for what is about others, or says of its place what cannot be followed; WorkspaceNotFoundError
 */
export function nodeOfOurs<Place extends Placement>(
  { tenant, subject }: Destination,
  sent: SentNode,
  placement: Place,
): { readonly node: RuleNode; readonly placement: Place } {
  const bare = withoutSending(tenant, sent);
  if (!isNode(bare)) return { node: groupOf(bare as readonly unknown[]), placement };
  const { entity = subject, order, logical_operator: join, ...node } = bare;
  if (entity !== subject)
    throw refused('rule', `This segment is about “${subject}”: “entity” must name it, or be left out.`);
  if (order !== undefined)
    throw refused('position', 'Leave “order” out: “position” says where the rule goes, from 0.');
  return { node, placement: join === undefined || join === null ? placement : joinedBy(join, placement) };
}

/** One alone joins none, unless it says how: then that is read as in any list. */
const groupOf = (rules: readonly unknown[]): RuleNode =>
  rules.length > 1 || rules.some(joins) ? { rules } : { match: 'all', rules };

const joins = (rule: unknown): boolean => isNode(rule) && rule.logical_operator !== undefined;

function joinedBy<Place extends Placement>(join: unknown, placement: Place): Place {
  if (join !== 'AND' && join !== 'OR')
    throw refused('logical_operator', '“logical_operator” is “AND” or “OR”.');
  const beside = placement.logical_operator ?? join;
  if (beside !== join)
    throw refused(
      'logical_operator',
      `The rule is joined by ${join}, and beside it stands ${beside}: keep one.`,
    );
  return { ...placement, row_operator: join };
}

const refused = (path: EditProblem['path'], message: string): RuleEditError =>
  new RuleEditError({ path, message });
