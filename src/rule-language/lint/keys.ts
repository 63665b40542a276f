/** Whether two nodes, or two operands, mean the same: what they mean, as a text; where they stand does not count. */

import type { Checked, Membership, Operand } from '../checked.js';

const marks: ReadonlySet<string> = new Set(['at', 'id', 'label', 'metric']);
const named: ReadonlySet<string> = new Set(['field', 'collection', 'target', 'record']);

/** Names stand for what they name: within a record they are unique. A metric means its measure. */
function meaning(key: string, value: unknown): unknown {
  if (marks.has(key)) return undefined;
  if (named.has(key)) return nameOf(value);
  if (key === 'segment') return (value as Membership['segment']).id;
  return key === 'path' && Array.isArray(value) ? value.map(nameOf) : value;
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : value;

export const keyOfNode = (node: Checked): string => JSON.stringify(node, meaning);
export const keyOfOperand = (operand: Operand): string => JSON.stringify(operand, meaning);
