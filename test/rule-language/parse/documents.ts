/** Short ways to write rule documents, and a context to parse them in. */

import {
  type ParseContext,
  type Parsed,
  parseRule,
  type SegmentEntry,
} from '../../../src/rule-language/parse.js';
import { vocabulary } from '../vocabulary.js';

export type Json = Record<string, unknown>;

/** A condition on a field. */
export const on = (field: unknown, operator: string, value?: unknown): Json =>
  value === undefined ? { field, operator } : { field, operator, value };

export const all = (...rules: unknown[]): Json => ({ match: 'all', rules });

export const count = (related: string, operator: string, value: unknown, where?: Json): Json => ({
  related,
  measure: 'count',
  ...(where && { where }),
  operator,
  value,
});

/** A measure over a collection, tested for being there; `more` overrides. */
export const measured = (related: string, measure: string, more: Json = {}): Json => ({
  related,
  measure,
  operator: 'is_not_empty',
  ...more,
});

/** A map, since documents also refer to `valueOf`. */
const segments = new Map<string, SegmentEntry>([
  ['s1', { id: 's1', name: 'Regulars', subject: 'contact' }],
  ['c1', { id: 'c1', name: 'Hotels', subject: 'company' }],
  ['at_risk', { id: 's2', name: 'At risk', subject: 'contact' }],
]);

export const context: ParseContext = {
  vocabulary,
  subject: 'contact',
  segment: (reference) => {
    const name = typeof reference === 'string' ? reference : reference.template;
    return name === 'unmade' ? 'not made' : segments.get(name);
  },
};

export const parse = (document: unknown, subject = 'contact'): Parsed =>
  parseRule(document, { ...context, subject });

/** Everything wrong with a document, as `code at path`. Each must be told in whole sentences. */
export function problemsOf(document: unknown, subject?: string): string[] {
  const parsed = parse(document, subject);
  if (parsed.ok) return [];
  const untold = parsed.problems.filter(
    ({ message }) => !/^[^ a-z].*[^ .]\.( Did you mean “.+”\?)?$/.test(message),
  );
  if (untold.length > 0) throw new Error(`not told in sentences: ${JSON.stringify(untold)}`);
  return parsed.problems.map(({ code, path }) => `${code} at ${path}`);
}

/** Groups nested so deep around a rule. */
export const nested = (depth: number, rule: unknown): unknown =>
  depth === 0 ? rule : all(nested(depth - 1, rule));
