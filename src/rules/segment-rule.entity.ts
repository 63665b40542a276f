/** One node of a segment's rule as it is stored, for questions across segments. The rule's JSON is the truth. */

export interface SegmentRuleRow {
  readonly id: string;
  /** Null of the root. */
  readonly parent_id: string | null;
  /** Where it stands in the rule: `rules[2].where.rules[0]`; the root is the empty text. */
  readonly path: string;
  /** Among its siblings, from 0. */
  readonly position: number;
  /** How it is joined with its siblings; null where that is neither of the two. */
  readonly logical_operator: 'AND' | 'OR' | null;
  /** The field, or the related records; null for groups and segments. */
  readonly field: string | null;
  readonly operator: string | null;
  readonly value: unknown;
}
