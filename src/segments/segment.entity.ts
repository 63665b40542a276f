/** A segment as it is stored. */

import type { Rule } from '../rule-language/rule.js';

export interface SegmentRow {
  /** UUID v7. */
  readonly id: string;
  readonly tenant_id: string;
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly subject: string;
  readonly type: 'dynamic';
  readonly status: 'active' | 'archived';
  /** Canonical, as it was written. */
  readonly rules: Rule;
  readonly version: number;
  /** Null until the first refresh. */
  readonly member_count: number | null;
  readonly last_calculated_at: Date | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly updated_at: Date;
  readonly updated_by: string;
}
