/** Segments as the API takes and shows them. */

import type { Problem } from '../rule-language/parse.js';
import type { SegmentRow } from './segment.entity.js';

export interface NewSegment {
  readonly name: string;
  readonly description?: string | null;
  readonly category?: string | null;
  readonly subject: string;
  /** A rule document, still to be read. */
  readonly rules: unknown;
}

export interface ChangedSegment {
  readonly name?: string;
  readonly description?: string | null;
  readonly category?: string | null;
  readonly rules?: unknown;
}

export interface SegmentView extends Omit<SegmentRow, 'tenant_id'> {
  /** `broken`: the rule is no longer understood; its last good members stay. */
  readonly health: 'ok' | 'broken';
  readonly problems: readonly Problem[];
  /** The rule as a sentence; null while it is broken. */
  readonly words: string | null;
}
