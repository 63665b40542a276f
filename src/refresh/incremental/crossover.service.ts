/** Above a share of all subjects, it is cheaper to read everyone anew than to look them up one by one. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { DueSegments } from '../../segments/due.repository.js';
import { DirtRepository } from './dirt.repository.js';
import { KeptSegmentsRepository } from './kept-segments.repository.js';

/** Measured with 1 million contacts: a tenth of them. */
const share = 0.1;
/** So many are looked up in no time, whatever their share. */
const few = 1000;

@Injectable()
export class Crossover {
  /** By tenant and kind of subject: so many subjects there are at least, as was counted once. */
  private readonly atLeast = new Map<string, number>();

  constructor(
    private readonly dirt: DirtRepository,
    private readonly due: DueSegments,
    private readonly segments: KeptSegmentsRepository,
  ) {}

  /**
   * Where too many are to be looked at, marks the segments due for a full run, and lets go of the dirt that this makes
   * needless; full runs that are under way have looked before, and are asked for again.
   * @returns of how many subjects the dirt was let go, if that was all of it
   */
  async cross(manager: EntityManager, target: Target): Promise<number | undefined> {
    const counts = await this.dirt.counts(manager, target);
    const subjects = await this.subjects(
      manager,
      target,
      Math.max(...counts.map((count) => count.subjects), 0),
    );
    const above = counts
      .filter((count) => count.subjects > Math.max(few, subjects * share))
      .map(({ segment }) => segment);
    const all = above.includes(null);
    const one = above.flatMap((segment) => segment ?? []);
    if (above.length === 0) return undefined;
    await this.dirt.drop(manager, target, all ? 'all' : one);
    // Looked up after that: also those that are kept only since, whose full run may have looked before.
    const segments = all ? await this.segments.kept(manager, target) : one;
    await this.due.mark(manager, target.tenant, segments, 'many changed');
    return all ? Math.max(...counts.map((count) => count.subjects)) : undefined;
  }

  /** Enough of them, where there are, to say that `dirty` is no more than the share. */
  private async subjects(manager: EntityManager, target: Target, dirty: number): Promise<number> {
    const key = JSON.stringify([target.tenant, target.subject.name]);
    const known = this.atLeast.get(key) ?? 0;
    if (dirty <= Math.max(few, known * share)) return known;
    const counted = await this.dirt.subjects(manager, target, Math.ceil(dirty / share));
    this.atLeast.set(key, counted);
    return counted;
  }
}
