/** The segments an unchecked document refers to, for whoever must load them before it can be parsed. */

import type { SegmentReference } from '../rule.js';
import { deepestNesting } from './bounds.js';
import { isDisabled } from './marks.js';
import { isDocument } from './reading.js';
import { asReference } from './segment.js';

/** Each once, in the order of the document; what is disabled refers to nothing. */
export function referencesIn(document: unknown): SegmentReference[] {
  const found = new Map<string, SegmentReference>();
  collect(document, found, new Set());
  return [...found.values()];
}

/** Each object is gone through once, so that no web of shared ones takes for ever. */
function collect(node: unknown, found: Map<string, SegmentReference>, seen: Set<unknown>, nesting = 1): void {
  if (nesting > deepestNesting || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node)) {
    for (const rule of node) collect(rule, found, seen, nesting + 1);
    return;
  }
  if (!isDocument(node) || isDisabled(node)) return;
  const reference = asReference(node.segment);
  if (reference !== undefined) found.set(JSON.stringify(reference), reference);
  collect(node.rules, found, seen, nesting + 1);
}
