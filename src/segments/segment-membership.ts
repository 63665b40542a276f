/**
 * What segments ask of their members, which are kept elsewhere: a port, bound by the root module. All of it happens in
 * the transaction of the edit that asks for it.
 */

import type { EntityManager } from 'typeorm';
import type { Subject } from '../rule-language/field.js';
import type { SegmentRow } from './segment.entity.js';

/** How many people were chosen by hand. */
export interface PinCounts {
  readonly included: number;
  readonly excluded: number;
}

export abstract class SegmentMembership {
  /** A deleted segment leaves neither stays nor pins behind. */
  abstract remove(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<void>;

  abstract pins(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<PinCounts>;

  /** Whoever is a member now is included by hand from now on; whoever is excluded stays so, for the day a rule returns. */
  abstract freeze(manager: EntityManager, subject: Subject, segment: SegmentRow, by: string): Promise<void>;

  /** Nobody is included or excluded by hand any more; the next refresh acts on it. */
  abstract forgetPins(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<void>;

  /**
   * Includes and excludes in `to` whom `from` does.
   * @returns how many members that makes
   */
  abstract copyPins(
    manager: EntityManager,
    subject: Subject,
    { from, to }: { readonly from: SegmentRow; readonly to: SegmentRow },
    how: { readonly at: string; readonly by: string },
  ): Promise<number>;
}
