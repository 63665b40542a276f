/** What the HTTP API takes and gives, as far as the screens use it. */

import type { Rule } from '../src/rule-language/rule.js';

export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly subject: string;
  readonly type: string;
  readonly status: string;
  readonly health: string;
  /** Of a rule that is no longer understood. */
  readonly problems?: readonly RuleProblem[];
  /** Null of a static segment. */
  readonly rules: Rule | null;
  /** The rule as a sentence; null while it is broken. */
  readonly words: string | null;
  readonly member_count: number | null;
  readonly last_calculated_at: string | null;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly version: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next_cursor: string | null;
}

export interface Person {
  readonly member_id: string;
  readonly external_id: string | null;
  readonly display: string | null;
}

export interface Member extends Person {
  readonly added_at: string;
  readonly cause: string;
}

export interface Preview {
  readonly count: number;
  /** Of everyone, 0 to 1. */
  readonly share: number;
  readonly words: string;
  readonly sample?: readonly Person[];
}

export interface Run {
  readonly id: string;
  readonly status: string;
  readonly joined: number | null;
  readonly left: number | null;
  readonly member_count: number | null;
  readonly error_message?: string | null;
}

export interface Catalogue {
  readonly subjects: readonly { readonly name: string; readonly label: string; readonly record: string }[];
  readonly records: readonly {
    readonly name: string;
    readonly fields: readonly { readonly name: string }[];
    readonly collections: readonly { readonly name: string; readonly record: string }[];
  }[];
}

export interface RuleProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A problem document (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems?: readonly RuleProblem[];
}
