/**
 * Where the members of a segment came from and where they went, in a period.
 *
 * Somebody *moved from A to B* if they left A, joined B at that moment or later, both in the period, and were not in A when
 * they joined B: not having come back to it. The joiners of a segment came from wherever they moved to it from; its leavers
 * went wherever they moved to from it; the others came from nowhere, and went nowhere. By the ledger alone, whatever the
 * cause of a stay; people are counted, not moves; and since people are in several segments, they may have moved from several,
 * and to several.
 */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Evaluation } from '../../audience/evaluation.js';
import { asOf } from '../../segments/as-of.js';
import { RuleReader } from '../../segments/rule-reader.js';
import { Segments } from '../../segments/segments.service.js';
import { shareOf } from '../in-common.js';
import { type PeriodQuery, periodOf } from '../period.js';
import { type Asked, type MovedRow, type Moves, TransitionsRepository } from './transitions.repository.js';

/** People, of all who joined, or left. */
export interface MovedPeople {
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface MovedSegment extends MovedRow, MovedPeople {}

export interface Crossing {
  /** People who did so in the period, however often. */
  readonly count: number;
  /** Other segments, the most people first. */
  readonly segments: readonly MovedSegment[];
  readonly nowhere: MovedPeople;
}

export interface Transitions {
  /** The first and the last day, in the tenant's zone. */
  readonly from: string;
  readonly to: string;
  /** Who joined, by the segments that they came from. */
  readonly joined: Crossing;
  /** Who left, by the segments that they went to. */
  readonly left: Crossing;
}

@Injectable()
export class SegmentTransitions {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly repository: TransitionsRepository,
    private readonly evaluation: Evaluation,
  ) {}

  /** @throws SegmentNotFoundError, PeriodInvalidError */
  async transitions(
    actor: Actor,
    id: string,
    query: PeriodQuery,
    signal?: AbortSignal,
  ): Promise<Transitions> {
    const { tenant } = actor;
    const segment = await this.segments.row(tenant, id);
    const subject = this.rules.subject(segment.subject);
    const { clock } = await this.rules.target(tenant, subject, asOf(undefined));
    const period = periodOf(query, clock);
    const asked: Asked = { tenant, subject, segment: segment.id, period };
    return this.evaluation.read(
      tenant,
      async (ask) => ({
        from: period.from.toString(),
        to: period.to.toString(),
        joined: crossing(await this.repository.joiners(ask, asked)),
        left: crossing(await this.repository.leavers(ask, asked)),
      }),
      signal,
    );
  }
}

function crossing({ count: all, moved, segments }: Moves): Crossing {
  const people = (count: number): MovedPeople => ({ count, share: shareOf(count, all) });
  return {
    count: all,
    segments: segments.map((one) => ({ ...one, ...people(one.count) })),
    nowhere: people(all - moved),
  };
}
