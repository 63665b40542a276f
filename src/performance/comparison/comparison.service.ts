/** Two segments side by side, or one beside everyone else: how large, how much they share, and what tells them apart. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { type Ask, Evaluation } from '../../audience/evaluation.js';
import { Ledger } from '../../members/ledger.repository.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { Sql } from '../../rule-language/to-sql/sql.js';
import { asOf } from '../../segments/as-of.js';
import { RuleReader } from '../../segments/rule-reader.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { Segments } from '../../segments/segments.service.js';
import { type CommonMembers, inCommon } from '../in-common.js';
import { OtherSubjectError } from '../performance.errors.js';
import { outsiders } from '../traits/outsiders.js';
import { sampled } from '../traits/sample.js';
import { TraitReader } from '../traits/trait-reader.js';
import type { ChosenTraits, LeftOut } from '../traits/traits.js';
import { countsOf } from './counts.js';
import { type ComparedTrait, profiled } from './profile.js';

export interface ComparisonRequest {
  /** Another segment of the same subject; everyone else, if not given. */
  readonly with?: string | undefined;
  /** Fields, or paths to some; all but identifying and sensitive ones, if not given. */
  readonly fields?: readonly string[] | undefined;
}

export interface ComparedGroup {
  /** Null of everyone else. */
  readonly segment_id: string | null;
  readonly name: string | null;
  readonly member_count: number;
  /** Of whom the traits are: of all members, up to ten thousand. */
  readonly sampled: number;
}

export interface Comparison extends CommonMembers {
  readonly subject: string;
  readonly a: ComparedGroup;
  readonly b: ComparedGroup;
  /** What tells the two apart most comes first. Whoever is in both counts in both, which makes the tests cautious. */
  readonly traits: readonly ComparedTrait[];
  readonly left_out: readonly LeftOut[];
}

interface Looked extends ChosenTraits {
  readonly target: Target;
  readonly size: number;
}

/** A group, still to be looked at. */
interface Group {
  readonly segment: SegmentRow | undefined;
  readonly ids: Sql;
}

@Injectable()
export class Comparisons {
  /** Whose traits are looked at, of each group: a thousand values of each trait take about 50 kB while they are compared. */
  sampleSize = 10_000;

  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly traits: TraitReader,
    private readonly evaluation: Evaluation,
  ) {}

  /**
   * Sizes are exact, of the members as they are stored; traits are of samples, by the records as they are now.
   * @throws SegmentNotFoundError, OtherSubjectError, RuleInvalidError for an unknown field, TraitUnusableError for a point,
   * ForbiddenError where fields are addresses that the actor may not export
   */
  async compare(
    actor: Actor,
    id: string,
    request: ComparisonRequest,
    signal?: AbortSignal,
  ): Promise<Comparison> {
    const { tenant } = actor;
    const segment = await this.segments.row(tenant, id);
    const other = request.with === undefined ? undefined : await this.segments.row(tenant, request.with);
    if (other && other.subject !== segment.subject) throw new OtherSubjectError(other, segment.subject);
    const target = await this.rules.target(tenant, this.rules.subject(segment.subject), asOf(undefined));
    const chosen = await this.traits.choose(actor, target, request.fields);
    const ids = ({ id: of }: SegmentRow): Sql => this.ledger.members(target.subject, tenant, of);
    const a: Group = { segment, ids: ids(segment) };
    const b: Group = { segment: other, ids: other ? ids(other) : outsiders(target, a.ids) };
    return this.evaluation.read(
      tenant,
      (ask) => compared(ask, { target, ...chosen, size: this.sampleSize }, [a, b]),
      signal,
    );
  }
}

async function compared(
  ask: Ask,
  { target, traits, leftOut, size }: Looked,
  [a, b]: readonly [Group, Group],
): Promise<Comparison> {
  const counts = await countsOf(ask, a.ids, b.ids);
  const ofA = await sampled(ask, target, a.ids, traits, size);
  const ofB = await sampled(ask, target, b.ids, traits, size);
  return {
    subject: target.subject.name,
    a: { ...named(a), member_count: counts.a, sampled: ofA.size },
    b: { ...named(b), member_count: counts.b, sampled: ofB.size },
    ...inCommon(counts),
    traits: profiled(traits, ofA, ofB),
    left_out: leftOut,
  };
}

const named = ({ segment }: Group) => ({ segment_id: segment?.id ?? null, name: segment?.name ?? null });
