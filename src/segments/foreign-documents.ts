/** Rule documents as other CRMs send them, with what belongs to the sending and not to the rule taken off. */

import { demandOwnWorkspace } from '../access/workspace.js';

type Document = Readonly<Record<string, unknown>>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Takes off `workspace_id`, and from a flat list the numbers by which its rules come in the order that they have anyway;
 * ones that say another order stay, and are refused where they stand.
 * @throws WorkspaceNotFoundError
 */
export function withoutSending(tenant: string, document: unknown): unknown {
  if (Array.isArray(document)) return withoutOrder(document);
  if (!isDocument(document)) return document;
  const { workspace_id, ...rule } = document;
  if (workspace_id !== undefined) demandOwnWorkspace(tenant, workspace_id);
  return Array.isArray(rule.rules) ? { ...rule, rules: withoutOrder(rule.rules) } : rule;
}

function withoutOrder(rules: readonly unknown[]): readonly unknown[] {
  const orders = rules.map((rule) => (isDocument(rule) ? rule.order : undefined));
  const ascend = orders.every((order, index) => {
    const before = orders[index - 1];
    return typeof order === 'number' && (typeof before !== 'number' || order > before);
  });
  return ascend ? rules.map((rule) => (isDocument(rule) ? omitOrder(rule) : rule)) : rules;
}

const omitOrder = ({ order: _, ...rule }: Document): Document => rule;
