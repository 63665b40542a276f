/** A segment as it is stored. */

import type { Rule } from '../rule-language/rule.js';

/** Whether its members are the rule's audience, those chosen by hand, or the rule's audience but for choices. */
export const segmentTypes = ['dynamic', 'static', 'hybrid'] as const;
export type SegmentType = (typeof segmentTypes)[number];

/**
 * `active`: kept fresh. `paused`: its members stay as they are, and can be used. `inactive`: not to be used in campaigns.
 * `archived`: out of sight, its members as they were.
 */
export const segmentStatuses = ['active', 'paused', 'inactive', 'archived'] as const;
export type SegmentStatus = (typeof segmentStatuses)[number];

/** Which template, with which parameters. */
export interface TemplateUse {
  readonly id: string;
  readonly parameters: Readonly<Record<string, number | string | readonly string[]>>;
}

/** What each change of makes a version. */
export interface SegmentDefinition {
  readonly name: string;
  readonly description: string | null;
  /** interest, budget, timeline, behaviour …, or any other. */
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly folder: string | null;
  /** Who is in charge of it. */
  readonly owner: string | null;
  readonly type: SegmentType;
  /** `live`, `manual`, `daily HH:MM` or `cron …`, in the tenant's zone. A static one is `manual`. */
  readonly schedule: string;
  /** Canonical, as it was written; null of a static segment. */
  readonly rules: Rule | null;
}

export interface SegmentRow extends SegmentDefinition {
  /** UUID v7. */
  readonly id: string;
  readonly tenant_id: string;
  readonly subject: string;
  readonly status: SegmentStatus;
  /** Of an archived one: what it is when it is restored. */
  readonly status_before: Exclude<SegmentStatus, 'archived'> | null;
  /** What it was made of, as long as it has the rule of that. */
  readonly template: TemplateUse | null;
  readonly version: number;
  /** Null until the first refresh, or the first member by hand. */
  readonly member_count: number | null;
  readonly last_calculated_at: Date | null;
  /** When the members last became others. */
  readonly last_updated_at: Date | null;
  /** How often, and when last, it was used: in a campaign, say. */
  readonly times_used: number;
  readonly last_used_at: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly updated_at: Date;
  readonly updated_by: string;
}
