/**
 * One batch, in the transaction that is running. Its dirt is taken by a delete that waits for whoever has taken dirt of
 * the same subjects before: that lets one batch at a time look at a subject, and each sees what the one before has written.
 */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runnerOf } from '../../members/run-sql.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { Failpoints } from '../failpoints.js';
import { BatchWriter, type Written } from './batch-writer.service.js';
import type { Taken } from './dirt.repository.js';
import { DirtIntake } from './dirt-intake.service.js';
import { FusedDifferences, type Look } from './fused-differences.service.js';
import { type Kept, KeptSegments, type Shared, type Standing } from './kept-segments.service.js';

export interface Consumed {
  /** Of whom dirt was taken. */
  readonly subjects: number;
  /** Memberships that began and ended. */
  readonly joined: number;
  readonly left: number;
  /** Whether dirt waits that could be taken now; what a full run or a person holds up could not. */
  readonly more: boolean;
}

/** Whom the members that a batch changes were changed by. */
const changedBy = 'Refresh';

@Injectable()
export class Batch {
  constructor(
    private readonly segments: KeptSegments,
    private readonly dirt: DirtIntake,
    private readonly differences: FusedDifferences,
    private readonly writer: BatchWriter,
    private readonly failpoints: Failpoints,
  ) {}

  async carryOut(manager: EntityManager, target: Target, limit: number): Promise<Consumed> {
    const before = await this.segments.share(manager, target);
    await this.failpoints.reach('incremental.shared');
    const taken = await this.dirt.take(manager, target, before, limit);
    // Once more: of those that are kept only since, the full run may have looked before what was taken was written.
    const shared = await this.segments.share(manager, target);
    await this.dirt.putBack(manager, target, taken, shared);
    const { subjects } = taken;
    let written = nothing;
    if (taken.whole.length > 0 || taken.pairs.size > 0) {
      await this.failpoints.reach('incremental.taken');
      const standing = await this.segments.read(manager, target, shared.free);
      written = await this.bringUpToDate(manager, target, standing, { taken, shared });
      await this.failpoints.reach('incremental.written');
    }
    const more = shared.free.length > 0 && (await this.dirt.isLeft(manager, target, shared));
    return { subjects, ...written, more };
  }

  private async bringUpToDate(
    manager: EntityManager,
    target: Target,
    { asOf, vocabulary, levels, leftOut }: Standing,
    { taken, shared }: { readonly taken: Taken; readonly shared: Shared },
  ): Promise<Written> {
    const subject = vocabulary.subjects.get(target.subject.name) ?? target.subject;
    const at = { ...target, subject, vocabulary, clock: { ...target.clock, asOf } };
    const stamp = { tenant: target.tenant, asOf: asOf.toString(), by: changedBy };
    const due = new Map(concerned(leftOut, taken));
    const seen = { subjects: taken.whole, segments: shared.free };
    let written = nothing;
    for (const level of levels) {
      const { found, failed } = await this.differences.find(runnerOf(manager), at, looksAt(level, taken));
      for (const id of failed) due.set(id, 'failed');
      if (found.length === 0) continue;
      await this.failpoints.reach('incremental.evaluated');
      const kept = new Map(level.map(({ segment }) => [segment.id, segment]));
      const change = { subject, stamp, kept, seen };
      const { joined, left } = await this.writer.write(runnerOf(manager), change, found);
      written = { joined: written.joined + joined, left: written.left + left };
    }
    await this.segments.markDue(manager, target.tenant, due);
    return written;
  }
}

const nothing: Written = { joined: 0, left: 0 };

/** Those that somebody of the batch is to be looked at in. */
const concerned = (
  segments: ReadonlyMap<string, string>,
  { whole, pairs }: Taken,
): (readonly [string, string])[] => [...segments].filter(([id]) => whole.length > 0 || pairs.has(id));

/** Whoever may have changed in all segments, in all of them at once; the others in those that they may have changed in. */
function looksAt(level: readonly Kept[], { whole, pairs }: Taken): Look[] {
  const some = level.flatMap((kept) => {
    const ids = pairs.get(kept.segment.id);
    return ids ? [{ kept: [kept], ids }] : [];
  });
  return whole.length > 0 ? [{ kept: level, ids: whole }, ...some] : some;
}
