/** Which segments a batch looks at, in which order, and why not at the others. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Checked } from '../../rule-language/checked.js';
import type { Vocabulary } from '../../rule-language/field.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { turningPoints } from '../../rule-language/turning-points.js';
import { DueSegments } from '../../segments/due.repository.js';
import { type ParsedDocument, RuleReader } from '../../segments/rule-reader.js';
import { isOfAnother, TenantClocks } from '../../segments/tenant-clocks.repository.js';
import { KeptSegmentsRepository, type LiveSegment } from './kept-segments.repository.js';
import { levelsOf } from './levels.js';

/** A segment that is looked at. */
export interface Kept {
  readonly segment: LiveSegment;
  readonly checked: Checked;
  /** Ids of the segments it reads. */
  readonly needs: readonly string[];
}

export interface Shared {
  readonly free: readonly string[];
  readonly busy: readonly string[];
}

export interface Standing {
  /** Each after those that its rule reads. */
  readonly levels: readonly (readonly Kept[])[];
  /** By id, why they are to be calculated in full instead. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Now; but never before what the members of those that are looked at are known as of. */
  readonly asOf: Temporal.Instant;
  /** What their rules were read with. */
  readonly vocabulary: Vocabulary;
}

@Injectable()
export class KeptSegments {
  constructor(
    private readonly repository: KeptSegmentsRepository,
    private readonly rules: RuleReader,
    private readonly due: DueSegments,
    private readonly clocks: TenantClocks,
  ) {}

  /** Ids of those that can be looked at until the transaction ends, and of those that cannot, since others are at it. */
  async share(manager: EntityManager, { tenant, subject }: Target): Promise<Shared> {
    const segments = await this.repository.share(manager, tenant, subject.name);
    const ids = (wanted: boolean): string[] =>
      segments.flatMap(({ id, free }) => (free === wanted ? [id] : []));
    return { free: ids(true), busy: ids(false) };
  }

  /**
   * Where the tenant counts time in another way than the batch does, all are to be calculated anew.
   * A segment that is due is looked at by its full run, which begins when the batch has ended. One whose full run may have
   * looked already is asked for again, and so is one whose rule only looking at everyone answers, or is broken.
   */
  async read(manager: EntityManager, target: Target, free: readonly string[]): Promise<Standing> {
    const { tenant, subject } = target;
    const segments = await this.repository.read(manager, tenant, free);
    const { now, calendar } = await this.clocks.read(manager, tenant);
    const another = isOfAnother(calendar, target.clock);
    const wanted = another ? [] : segments.filter(({ due }) => !due);
    const documents = wanted.map(({ rules }) => ({ subject: subject.name, rules }));
    const parsed = await this.rules.parseAll(tenant, documents, manager);
    const vocabulary = await this.rules.vocabulary(tenant, manager);
    const leftOut = new Map(
      segments.flatMap(({ id, claimed }) =>
        another ? [[id, 'calendar']] : claimed ? [[id, 'changed meanwhile']] : [],
      ),
    );
    const kept = wanted.flatMap((segment, index) => {
      const read = readOf(segment, parsed[index], vocabulary);
      if (typeof read !== 'string') return [read];
      leftOut.set(segment.id, read);
      return [];
    });
    return { levels: levelsOf(kept), leftOut, asOf: latest(now, kept), vocabulary };
  }

  /** Marks segments due, each for its reason. */
  async markDue(
    manager: EntityManager,
    tenant: string,
    segments: ReadonlyMap<string, string>,
  ): Promise<void> {
    for (const reason of new Set(segments.values())) {
      const ids = [...segments].flatMap(([id, because]) => (because === reason ? [id] : []));
      await this.due.mark(manager, tenant, ids, reason);
    }
  }
}

/** The segment's rule; or why it is to be calculated in full. */
function readOf(
  segment: LiveSegment,
  document: ParsedDocument | undefined,
  vocabulary: Vocabulary,
): Kept | string {
  if (segment.last_calculated_at === null) return 'never calculated';
  if (!document?.parsed.ok) return 'broken';
  const { checked } = document.parsed;
  if (turningPoints(checked, vocabulary).ranks) return 'ranks everyone';
  return { segment, checked, needs: document.needs };
}

function latest(now: Temporal.Instant, kept: readonly Kept[]): Temporal.Instant {
  const instants = kept.flatMap(({ segment: { known_as_of } }) =>
    known_as_of === null ? [] : [Temporal.Instant.from(known_as_of)],
  );
  return instants.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b), now);
}
