/** What an edited rule would do to a segment: who would join and leave, and what else rests on it. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { Ledger } from '../members/ledger.repository.js';
import { withPins } from '../members/pins.repository.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, everyone, type Target } from '../rule-language/to-sql/compile.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { described } from '../rule-language/to-sql/subjects.js';
import { toWords } from '../rule-language/to-words.js';
import { documentFor } from '../segments/definition.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import type { SegmentInUse, Use } from '../segments/segment.view.js';
import { SegmentDependencies } from '../segments/segment-dependencies.service.js';
import { Segments } from '../segments/segments.service.js';
import type { SampleMember } from './audience.service.js';
import { type Ask, Evaluation } from './evaluation.js';

export interface ImpactRequest {
  readonly rules: unknown;
  readonly asOf: Temporal.Instant;
  /** How many to show of those who would join and of those who would leave. */
  readonly limit: number;
}

export interface Movement {
  readonly count: number;
  /** By id. */
  readonly sample: readonly SampleMember[];
}

export interface Impact {
  readonly words: string;
  /** Stored members, and how many there would be. */
  readonly member_count: number;
  readonly new_count: number;
  readonly joining: Movement;
  readonly leaving: Movement;
  /** Fewer than half of the members would stay. */
  readonly more_than_halved: boolean;
  /** What rests on the segment: other segments, and what the host answers for. */
  readonly used_by: readonly (SegmentInUse | Use)[];
}

@Injectable()
export class Impacts {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly dependencies: SegmentDependencies,
    private readonly ledger: Ledger,
    private readonly evaluation: Evaluation,
  ) {}

  /** @throws SegmentNotFoundError, SegmentPartsError, RuleInvalidError, SegmentCycleError: what could not be saved either */
  async impact(actor: Actor, id: string, request: ImpactRequest, signal?: AbortSignal): Promise<Impact> {
    const { tenant, language } = actor;
    const segment = await this.segments.row(tenant, id);
    documentFor(segment.type, request.rules);
    const { subject, checked, needs } = await this.rules.read(tenant, segment.subject, request.rules);
    await this.dependencies.demandNoCircle(segment, needs);
    const target = await this.rules.target(tenant, subject, request.asOf);
    const members = this.ledger.members(subject, tenant, id);
    const wanted = membersBy(segment, checked, target);
    const moves = await this.evaluation.read(
      tenant,
      (ask) => moved(target, wanted, members, request.limit, ask),
      signal,
    );
    const kept = moves.member_count - moves.leaving.count;
    return {
      words: toWords(checked, { subject, zone: target.clock.zone, language }),
      ...moves,
      more_than_halved: kept * 2 < moves.member_count,
      used_by: await this.segments.usage(actor, id),
    };
  }
}

/** Pins have the last word whatever the rule. */
function membersBy({ id, type }: SegmentRow, rule: Checked, target: Target): Sql {
  const matching = audience(rule, target);
  if (type === 'dynamic') return matching;
  const { subject, tenant } = target;
  return withPins(subject, { tenant, segment: id }, matching, everyone(target));
}

async function moved(target: Target, matching: Sql, members: Sql, limit: number, ask: Ask) {
  const difference = sql`select coalesce(a.id, m.id) as id, a.id is not null as matches, m.id is not null as is_member
    from (${matching}) a full join (${members}) m on m.id = a.id`;
  const [counts] = await ask<{ now: number; then: number; joining: number; leaving: number }>(
    sql`select count(*) filter (where is_member)::float8 as now, count(*) filter (where matches)::float8 as then,
      count(*) filter (where not is_member)::float8 as joining, count(*) filter (where not matches)::float8 as leaving
    from (${difference}) difference`,
  );
  const { now = 0, then = 0, joining = 0, leaving = 0 } = counts ?? {};
  const sample = (who: Sql): Promise<SampleMember[]> =>
    sampleOf(
      target,
      sql`select id from (${difference}) difference where ${who} order by id limit ${limit}`,
      ask,
    );
  return {
    member_count: now,
    new_count: then,
    joining: { count: joining, sample: limit > 0 && joining > 0 ? await sample(sql`not is_member`) : [] },
    leaving: { count: leaving, sample: limit > 0 && leaving > 0 ? await sample(sql`not matches`) : [] },
  };
}

const sampleOf = (target: Target, ids: Sql, ask: Ask): Promise<SampleMember[]> =>
  ask(
    sql`select id::text as member_id, external_id, display from (${described(target, ids)}) members order by id`,
  );
