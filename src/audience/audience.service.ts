/** Whom a rule matches now: count, share and sample of an unsaved rule, and what its conditions contribute. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import { Reachability } from '../consent/reachability.js';
import type { Checked } from '../rule-language/checked.js';
import { type Finding, lint } from '../rule-language/lint.js';
import { audience, everyone, type Target } from '../rule-language/to-sql/compile.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { described, given } from '../rule-language/to-sql/subjects.js';
import { toWords } from '../rule-language/to-words.js';
import { fieldsUsed } from '../rules/fields-used.js';
import { RuleReader } from '../segments/rule-reader.js';
import { type ConditionCount, conditionCounts } from './condition-counts.js';
import { estimated } from './estimate.js';
import { type Ask, type Attempt, Evaluation, limits } from './evaluation.js';
import { knownValues } from './known-values.js';
import { type ReachableCounts, reachableCounts } from './reachable-counts.js';

export interface PreviewRequest {
  readonly subject: string;
  readonly rules: unknown;
  readonly asOf: Temporal.Instant;
  /** How many of them to show; 0 leaves the sample out. */
  readonly limit: number;
  /** An estimate will do where the exact count does not come at once. */
  readonly estimate?: boolean;
  /** Also count what each condition contributes. */
  readonly conditions?: boolean;
  /** Also count who of them may be contacted. */
  readonly reachable?: boolean;
}

export interface SampleMember {
  readonly member_id: string;
  readonly external_id: string | null;
  readonly display: string | null;
}

export interface Preview {
  readonly count: number;
  /** Whether the count is one. */
  readonly estimated: boolean;
  /** Of an estimate: the true count lies between these in 95 of 100. */
  readonly count_low?: number;
  readonly count_high?: number;
  /** Of everyone, 0 to 1; 0 where there is nobody. */
  readonly share: number;
  readonly words: string;
  /** What is odd about the rule: it may be valid and still not mean what it was meant to. */
  readonly lint: readonly Finding[];
  readonly sample?: readonly SampleMember[];
  readonly conditions?: readonly ConditionCount[];
  /** By the channels that the subject has; null where time was up. */
  readonly reachable?: ReachableCounts;
}

/** What a preview rests on. */
interface Asked {
  readonly request: PreviewRequest;
  readonly rule: Checked;
  readonly target: Target;
}

@Injectable()
export class Audience {
  constructor(
    private readonly rules: RuleReader,
    private readonly evaluation: Evaluation,
    private readonly reachability: Reachability,
    private readonly audit: Audit,
  ) {}

  async preview(actor: Actor, request: PreviewRequest, signal?: AbortSignal): Promise<Preview> {
    const read = await this.rules.read(actor.tenant, request.subject, request.rules);
    const target = await this.rules.target(actor.tenant, read.subject, request.asOf);
    const asked: Asked = { request, rule: read.checked, target };
    const answer = await this.evaluation.read(
      actor.tenant,
      async (ask, attempt) => {
        const answer = await found(asked, ask, attempt);
        const known = await knownValues(asked.rule, target, attempt, limits['known values']);
        if (!request.reachable) return { ...answer, known };
        const within = limits['reachable counts'];
        const reachable = await reachableCounts(asked, this.reachability, attempt, within);
        return { ...answer, known, reachable };
      },
      signal,
    );
    const { language } = actor;
    const { subject } = read;
    const { known, ...counts } = answer;
    const words = toWords(read.checked, { subject, zone: target.clock.zone, language });
    const neverCalculated = await this.rules.neverCalculated(actor.tenant, read);
    return { ...counts, words, lint: lint(read.checked, { language, knownValues: known, neverCalculated }) };
  }

  /** Every matching `external_id`, a batch at a time. Nothing leaves that is not on record. */
  async externalIds(
    actor: Actor,
    request: PreviewRequest,
    signal?: AbortSignal,
  ): Promise<AsyncIterable<string[]>> {
    const read = await this.rules.read(actor.tenant, request.subject, request.rules);
    const target = await this.rules.target(actor.tenant, read.subject, request.asOf);
    const what = { fields: namesIn(read.checked), segments: read.needs, as_of: request.asOf.toString() };
    await this.record(actor, request, 'audience.export-begun', what);
    const ids = this.evaluation.stream(actor.tenant, externalIdsOf(read.checked, target), signal);
    return counted(ids, (numbers) =>
      this.record(actor, request, 'audience.exported', { ...what, ...numbers }),
    );
  }

  /** Fields are named; what they are compared with may be somebody's name. */
  private record(
    actor: Actor,
    { subject: id }: PreviewRequest,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(actor, { action, target: { type: 'subject', id }, details });
  }
}

async function found(asked: Asked, ask: Ask, attempt: Attempt): Promise<Omit<Preview, 'words' | 'lint'>> {
  const { request, rule, target } = asked;
  const everybody = await countOf(ask, everyone(target));
  const { size, shown } = await sized(asked, everybody, ask, attempt);
  const sample = request.limit > 0 ? await sampleOf(ask, target, shown, request.limit) : undefined;
  const whole = size.estimated ? undefined : size.count;
  const conditions = request.conditions
    ? await conditionCounts({ rule, target, whole }, attempt, limits['condition counts'])
    : undefined;
  return {
    ...size,
    share: everybody === 0 ? 0 : size.count / everybody,
    ...(sample && { sample }),
    ...(conditions && { conditions }),
  };
}

type Size = Pick<Preview, 'count' | 'estimated' | 'count_low' | 'count_high'>;

/** The exact count; or an estimate, where that will do and the exact one takes long. And some whom it counts. */
async function sized(
  { request, rule, target }: Asked,
  everybody: number,
  ask: Ask,
  attempt: Attempt,
): Promise<{ size: Size; shown: Sql }> {
  const matching = audience(rule, target);
  const exact = request.estimate
    ? (await attempt<Counted>(counting(matching), limits['exact count']))?.[0]?.count
    : await countOf(ask, matching);
  if (exact !== undefined) return { size: { count: exact, estimated: false }, shown: matching };
  const { count, low, high, ids } = await estimated(rule, target, everybody, ask);
  const size = { count, estimated: true, count_low: low, count_high: high };
  return { size, shown: given(target, ids) };
}

interface Counted {
  readonly count: number;
}

const counting = (ids: Sql): Sql => sql`select count(*)::float8 as count from (${ids}) audience`;

async function countOf(ask: Ask, ids: Sql): Promise<number> {
  const [row] = await ask<Counted>(counting(ids));
  return row?.count ?? 0;
}

async function sampleOf(ask: Ask, target: Target, ids: Sql, limit: number): Promise<SampleMember[]> {
  const some = sql`select id from (${ids}) audience order by id limit ${limit}`;
  const rows = await ask<SampleMember>(
    sql`select id::text as member_id, external_id, display from (${described(target, some)}) members order by id`,
  );
  return rows;
}

const namesIn = (rule: Checked): string[] =>
  [...new Set([...fieldsUsed(rule).values()].flatMap((names) => [...names]))].sort();

/** Also where they are not taken to their end, says how many were: their connection is free again by then. */
async function* counted(
  batches: AsyncIterable<string[]>,
  tell: (numbers: { readonly rows: number; readonly whole: boolean }) => Promise<void>,
): AsyncGenerator<string[]> {
  let [rows, whole] = [0, false];
  try {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch;
    }
    whole = true;
  } finally {
    await tell({ rows, whole });
  }
}

const externalIdsOf = (rule: Checked, target: Target): Sql =>
  sql`select external_id as text from (${described(target, audience(rule, target))}) members`;
