/** Finds people who are like the members of a segment and are not in it, and says what makes them so. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { type Ask, Evaluation } from '../../audience/evaluation.js';
import { Ledger } from '../../members/ledger.repository.js';
import { PinsRepository } from '../../members/pins.repository.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { sql } from '../../rule-language/to-sql/sql.js';
import { asOf } from '../../segments/as-of.js';
import { RuleReader } from '../../segments/rule-reader.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { Segments } from '../../segments/segments.service.js';
import { outsiders } from '../traits/outsiders.js';
import { type Sample, sampled } from '../traits/sample.js';
import { TraitReader } from '../traits/trait-reader.js';
import type { ChosenTraits } from '../traits/traits.js';
import {
  NobodySimilarError,
  TooFewToLearnError,
  TooManySimilarError,
  UninformativeError,
} from './lookalike.errors.js';
import { isInformative, type Lookalike, type SavedLookalike, told } from './lookalike.view.js';
import { LookalikeSegments } from './lookalike-segments.service.js';
import { type Model, type Trial, trained } from './model.js';
import { type Scored, scored, type Wanted } from './scoring.js';

/** Which of those who are similar are to be a segment: the first so many, or all who are at least so similar. */
export interface Saving {
  readonly name: string;
  readonly cut: { readonly size: number } | { readonly threshold: number };
}

export interface LookalikeRequest {
  /**
   * Fields, or paths to some, to go by; if not given, all but identifying and sensitive ones, and but for those that the
   * segment's own rule asks about, which would only find the rule again.
   */
  readonly fields?: readonly string[] | undefined;
  /** A static segment to make of the most similar. */
  readonly saving?: Saving | undefined;
}

/** People whose ids are held at a time. */
export const mostSimilar = 100_000;
/** Members that the model learns from, and others, at most. */
export const sampleSize = 5000;
/** Members, and others: of fewer, nothing can be learned. */
const fewestToLearn = 50;

interface Subject extends ChosenTraits {
  readonly segment: SegmentRow;
  readonly target: Target;
}

interface Found {
  readonly members: Sample;
  readonly others: Sample;
  readonly model: Model;
  readonly trial: Trial;
  readonly result: Scored;
}

@Injectable()
export class Lookalikes {
  /** Members that the model learns from, and as many others: a thousand of each take about 10 MB while it does. */
  sampleSize = sampleSize;
  /** Whom a segment that is made of look-alikes has at most. */
  mostSaved = mostSimilar;

  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly pins: PinsRepository,
    private readonly traits: TraitReader,
    private readonly evaluation: Evaluation,
    private readonly made: LookalikeSegments,
  ) {}

  /**
   * By people's records as they are now; of the same records, it is the same each time.
   * @throws SegmentNotFoundError, RuleInvalidError for an unknown field, TraitUnusableError, TooFewToLearnError, and
   * ForbiddenError where fields are addresses that the actor may not export; and where
   * a segment is to be made, UninformativeError, NobodySimilarError, TooManySimilarError, SegmentNameTakenError
   */
  async find(actor: Actor, id: string, request: LookalikeRequest, signal?: AbortSignal): Promise<Lookalike> {
    const { tenant } = actor;
    const segment = await this.segments.row(tenant, id);
    const target = await this.rules.target(tenant, this.rules.subject(segment.subject), asOf(undefined));
    const chosen = await this.traits.choose(actor, target, request.fields, segment);
    const of: Subject = { segment, target, ...chosen };
    const found = await this.evaluation.read(
      tenant,
      (ask) => this.found(ask, of, wantedBy(request.saving, this.mostSaved)),
      signal,
    );
    const saved = request.saving ? await this.save(actor, of, request.saving, found) : null;
    const { language } = actor;
    const { model, result, ...rest } = found;
    return told({ ...of, ...rest, language, weighed: model.weighed, steps: result.steps, saved });
  }

  private async found(ask: Ask, { segment, target, traits }: Subject, wanted: Wanted): Promise<Found> {
    const ids = this.ledger.members(target.subject, segment.tenant_id, segment.id);
    const members = await sampled(ask, target, ids, traits, this.sampleSize);
    // Whom people have excluded would come back as what they were not to be, and says nothing of the others.
    const excluded = this.pins.excluded(target.subject, { tenant: segment.tenant_id, segment: segment.id });
    const taken = sql`${ids} union all ${excluded}`;
    const others = await sampled(ask, target, outsiders(target, taken), traits, this.sampleSize);
    if (Math.min(members.size, others.size) < fewestToLearn)
      throw new TooFewToLearnError({ members: members.size, others: others.size }, fewestToLearn);
    const { model, trial } = await trained(members, others);
    const result = await scored(ask, target, { traits, model }, { members: ids, excluded }, wanted);
    return { members, others, model, trial, result };
  }

  private save(actor: Actor, of: Subject, { name, cut }: Saving, found: Found): Promise<SavedLookalike> {
    const { similar } = found.result;
    if (!isInformative(found.trial)) throw new UninformativeError(found.trial.auc);
    if ('threshold' in cut && similar.length === 0) throw new NobodySimilarError(cut.threshold);
    if (similar.length > this.mostSaved) throw new TooManySimilarError(this.mostSaved);
    return this.made.make(actor, of, { name, cut, auc: found.trial.auc }, similar);
  }
}

/** One more than there may be, so that more are not taken for all. */
function wantedBy(saving: Saving | undefined, most: number): Wanted {
  if (!saving) return { atLeast: 0, limit: 0 };
  return 'size' in saving.cut
    ? { atLeast: 0, limit: saving.cut.size }
    : { atLeast: saving.cut.threshold, limit: most + 1 };
}
