/** Segments as the API takes and shows them. */

import type { Problem } from '../rule-language/parse.js';
import type { SegmentDefinition, SegmentRow, SegmentStatus, TemplateUse } from './segment.entity.js';

/** What is not given is as it mostly is: dynamic, live, owned by whoever makes it. */
export interface NewSegment extends Partial<Omit<SegmentDefinition, 'name' | 'rules'>> {
  readonly name: string;
  readonly subject: string;
  /** A rule document, still to be read; a static segment has none. */
  readonly rules?: unknown;
  readonly template?: TemplateUse | null;
}

/** What is not given stays. */
export interface ChangedSegment extends Partial<Omit<SegmentDefinition, 'rules'>> {
  /** A rule document, still to be read. */
  readonly rules?: unknown;
  /** Lets a segment become dynamic although that forgets whom people have included and excluded. */
  readonly discard_pins?: boolean;
}

/** `broken`: the rule is no longer understood; its last good members stay. */
export const segmentHealths = ['ok', 'broken'] as const;

export interface SegmentView extends Omit<SegmentRow, 'tenant_id' | 'status_before'> {
  readonly health: (typeof segmentHealths)[number];
  /** Why it is broken. */
  readonly problems: readonly Problem[];
  /** The rule as a sentence; null while it is broken, and of a static segment. */
  readonly words: string | null;
}

/** Something that would suffer if a segment went. */
export interface Use {
  /** `segment`, or what the host calls its own: `campaign`. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

export interface SegmentInUse extends Use {
  readonly status: SegmentStatus;
}
