/** Who else relies on segments: a port through which campaigns, the host's or ours, answer for themselves. */

import type { EntityManager } from 'typeorm';
import type { Use } from './segment.view.js';

export abstract class SegmentUsage {
  /**
   * What relies on a segment, and keeps it from being deleted or archived.
   * @param running the transaction that would do that, if it is about to be done
   */
  abstract usesOf(tenant: string, segment: string, running?: EntityManager): Promise<readonly Use[]>;
}
