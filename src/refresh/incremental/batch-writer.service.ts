/** Writes what a batch has found: stays, counts, and what was done to which segment. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Differences, type Found } from '../../members/differences.repository.js';
import { type Difference, Ledger, type Stamp } from '../../members/ledger.repository.js';
import type { Seen } from '../../members/readers.repository.js';
import type { Subject } from '../../rule-language/field.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { SegmentsRepository } from '../../segments/segments.repository.js';
import { RunsRepository } from '../runs.repository.js';

export type Written = Difference;

/** What a batch writes of a level. */
export interface BatchChange {
  readonly subject: Subject;
  readonly stamp: Stamp;
  /** By id, as they were when their rules were read. */
  readonly kept: ReadonlyMap<string, SegmentRow>;
  readonly seen: Seen;
}

@Injectable()
export class BatchWriter {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly differences: Differences,
    private readonly ledger: Ledger,
    private readonly runs: RunsRepository,
  ) {}

  /**
   * Under the rows of the segments that change, which edits lock as well. What has been edited meanwhile is left as it is:
   * the answer is for a rule that is no more, and the edit has marked the segment due.
   */
  async write(runner: QueryRunner, change: BatchChange, found: readonly Found[]): Promise<Written> {
    const { subject, stamp, kept, seen } = change;
    const { manager } = runner;
    const changed = [...new Set(found.map(({ segment }) => segment))];
    const current = await this.segments.lockAll(manager, stamp.tenant, changed);
    const same = new Map(current.filter(isAsRead(kept)).map((segment) => [segment.id, segment]));
    const still = found.filter(({ segment }) => same.has(segment));
    if (still.length === 0) return { joined: 0, left: 0 };
    await this.differences.replace(runner, subject, still, 'matched');
    const written = await this.ledger.write(runner, subject, stamp, seen);
    await this.record(runner, stamp, same, written);
    return sumOf([...written.values()]);
  }

  private async record(
    { manager }: QueryRunner,
    { tenant, asOf, by }: Stamp,
    segments: ReadonlyMap<string, SegmentRow>,
    written: ReadonlyMap<string, Difference>,
  ): Promise<void> {
    const counts = await this.segments.recordMembersOfAll(manager, tenant, written, asOf);
    const runs = [...written].map(([segment, difference]) => ({
      ...difference,
      id: uuid(),
      segment,
      version: segments.get(segment)?.version ?? 0,
      memberCount: counts.get(segment) ?? 0,
    }));
    await this.runs.recordBatch(manager, tenant, { runs, asOf, by });
  }
}

const isAsRead =
  (kept: ReadonlyMap<string, SegmentRow>) =>
  (row: SegmentRow): boolean => {
    const read = kept.get(row.id);
    return read !== undefined && isDeepStrictEqual(defining(row), defining(read));
  };

/** What a batch's answer is true of. */
const defining = ({ type, rules, status, schedule }: SegmentRow) => ({ type, rules, status, schedule });

const sumOf = (differences: readonly Difference[]): Difference =>
  differences.reduce((a, b) => ({ joined: a.joined + b.joined, left: a.left + b.left }), {
    joined: 0,
    left: 0,
  });
