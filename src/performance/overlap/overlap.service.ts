/** How segments overlap: every two of them, and the parts that a few of them cut each other into. */

import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { Evaluation } from '../../audience/evaluation.js';
import type { Group } from '../../rule-language/rule.js';
import { RuleReader } from '../../segments/rule-reader.js';
import { Segments } from '../../segments/segments.service.js';
import { type CommonMembers, inCommon, shareOf } from '../in-common.js';
import { OtherSubjectError } from '../performance.errors.js';
import { commonTo, exclusiveCounts, sizeOf } from './bitset.js';
import { MemberSets } from './member-sets.js';
import { type ComparedSegment, OverlapRepository } from './overlap.repository.js';

export interface OverlapRequest {
  /** Ids of the other segments; the tenant's largest, if none are named. */
  readonly with?: readonly string[] | undefined;
  /** How many of the largest, where none are named. */
  readonly limit: number;
}

export interface OverlapSegment {
  readonly segment_id: string;
  readonly name: string;
  readonly member_count: number;
}

/** Two segments, `a` the one that comes first in the list. */
export interface OverlapPair extends CommonMembers {
  readonly a: string;
  readonly b: string;
}

/** The members of some segments who are in none of the others. */
export interface OverlapRegion {
  /** Ids, in the order of the list. */
  readonly in: readonly string[];
  readonly count: number;
  /** Of everyone who is in any of the segments, 0 to 1. */
  readonly share: number;
  /** A rule that has just them: to be sent as the `rules` of a new segment. */
  readonly rules: Group;
}

export interface Overlap {
  readonly subject: string;
  /** The one that was asked about first. */
  readonly segments: readonly OverlapSegment[];
  readonly pairs: readonly OverlapPair[];
  /** Every part that has members, the largest first; null of more than six segments, which have too many parts. */
  readonly regions: readonly OverlapRegion[] | null;
}

/** Of so many segments all the parts are counted. */
export const mostInRegions = 6;

interface Sets {
  readonly segments: readonly OverlapSegment[];
  readonly sets: readonly Uint32Array[];
}

@Injectable()
export class Overlaps {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly repository: OverlapRepository,
    private readonly members: MemberSets,
    private readonly evaluation: Evaluation,
  ) {}

  /**
   * Exact: of the members as they are stored, all in one snapshot.
   * @throws SegmentNotFoundError, OtherSubjectError, TooManyMembersError
   */
  async overlap(actor: Actor, id: string, request: OverlapRequest, signal?: AbortSignal): Promise<Overlap> {
    const { tenant } = actor;
    const segment = await this.segments.row(tenant, id);
    const subject = this.rules.subject(segment.subject);
    const population = { tenant, subject };
    const loaded = await this.evaluation.read(
      tenant,
      async (ask) => {
        const others = request.with
          ? await this.repository.named(ask, tenant, othersThan(segment.id, request.with))
          : await this.repository.largestOthers(ask, population, segment.id, request.limit);
        const compared = [...(await this.repository.named(ask, tenant, [segment.id])), ...others];
        demandSubject(compared, subject.name);
        const sets = await this.members.of(population, compared, (of) =>
          this.repository.members(ask, population, of),
        );
        return { segments: compared.map((one, place) => sizedUp(one, sets[place])), sets };
      },
      signal,
    );
    const regions = loaded.sets.length > mostInRegions ? null : regionsOf(loaded);
    return { subject: subject.name, segments: loaded.segments, pairs: await pairsOf(loaded), regions };
  }
}

/** Each once, as the database writes them. */
const othersThan = (id: string, named: readonly string[]): string[] =>
  [...new Set(named.map((one) => one.toLowerCase()))].filter((one) => one !== id);

/** @throws OtherSubjectError */
function demandSubject(compared: readonly ComparedSegment[], subject: string): void {
  const other = compared.find((one) => one.subject !== subject);
  if (other) throw new OtherSubjectError(other, subject);
}

const sizedUp = (
  { segment_id, name }: ComparedSegment,
  set: Uint32Array = new Uint32Array(),
): OverlapSegment => ({
  segment_id,
  name,
  member_count: sizeOf(set),
});

/** Lets others have their turn after each row: fifty segments of a million people take a tenth of a second. */
async function pairsOf({ segments, sets }: Sets): Promise<OverlapPair[]> {
  const pairs: OverlapPair[] = [];
  for (const [place, a] of segments.entries()) {
    for (const [other, b] of segments.entries())
      if (other > place) pairs.push(pairOf(a, b, commonTo(at(sets, place), at(sets, other))));
    await setImmediate();
  }
  return pairs;
}

const at = (sets: Sets['sets'], place: number): Uint32Array => sets[place] ?? new Uint32Array();

function pairOf(a: OverlapSegment, b: OverlapSegment, both: number): OverlapPair {
  const counts = { a: a.member_count, b: b.member_count, both };
  return { a: a.segment_id, b: b.segment_id, ...inCommon(counts) };
}

function regionsOf({ segments, sets }: Sets): OverlapRegion[] {
  const counts = exclusiveCounts(sets);
  const everyone = counts.reduce((sum, count) => sum + count, 0);
  const ids = segments.map(({ segment_id }) => segment_id);
  const regions = counts.map((count, choice): OverlapRegion => {
    const isIn = (_: string, place: number): boolean => ((choice >>> place) & 1) === 1;
    const rules = ids.map((segment, place) => ({
      segment,
      operator: isIn(segment, place) ? ('is_member' as const) : ('is_not_member' as const),
    }));
    return { in: ids.filter(isIn), count, share: shareOf(count, everyone), rules: { match: 'all', rules } };
  });
  return regions.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}
