/** A transaction over one segment that no other edit passes: neither of it, nor of what it is built on. */

import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { SegmentRow } from './segment.entity.js';
import type { SegmentDependencies } from './segment-dependencies.service.js';
import { SegmentNotFoundError } from './segments.errors.js';
import type { SegmentsRepository } from './segments.repository.js';

/** @throws SegmentNotFoundError, also for another tenant's */
export function withLockedSegment<Result>(
  segments: SegmentsRepository,
  dependencies: SegmentDependencies,
  { tenant }: Actor,
  id: string,
  work: (manager: EntityManager, segment: SegmentRow) => Promise<Result>,
): Promise<Result> {
  return segments.transaction(tenant, async (manager) => {
    await dependencies.lock(manager, tenant);
    const segment = await segments.lock(manager, tenant, id);
    if (!segment) throw new SegmentNotFoundError(id);
    return work(manager, segment);
  });
}
