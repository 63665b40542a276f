/** Whom a rule matches now: count, share and sample of an unsaved rule, and why somebody is in or out. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, described, everyone, type Target } from '../rule-language/to-sql/compile.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { toWords } from '../rule-language/to-words.js';
import { RuleReader } from '../segments/rule-reader.js';
import { type Ask, Evaluation } from './evaluation.js';

export interface PreviewRequest {
  readonly subject: string;
  readonly rules: unknown;
  readonly asOf: Temporal.Instant;
  /** How many of them to show; 0 leaves the sample out. */
  readonly limit: number;
}

export interface SampleMember {
  readonly member_id: string;
  readonly external_id: string | null;
  readonly display: string | null;
}

export interface Preview {
  /** Exact. */
  readonly count: number;
  /** Of everyone, 0 to 1; 0 where there is nobody. */
  readonly share: number;
  readonly words: string;
  readonly sample?: readonly SampleMember[];
}

@Injectable()
export class Audience {
  constructor(
    private readonly rules: RuleReader,
    private readonly evaluation: Evaluation,
  ) {}

  async preview(actor: Actor, request: PreviewRequest, signal?: AbortSignal): Promise<Preview> {
    const read = await this.rules.read(actor.tenant, request.subject, request.rules);
    const target = await this.rules.target(actor.tenant, read.subject, request.asOf);
    const matching = audience(read.checked, target);
    const found = await this.evaluation.read(
      actor.tenant,
      async (ask) => {
        const count = await countOf(ask, matching);
        const all = await countOf(ask, everyone(target));
        const sample = request.limit > 0 ? await sampleOf(ask, target, matching, request.limit) : undefined;
        return { count, share: all === 0 ? 0 : count / all, ...(sample && { sample }) };
      },
      signal,
    );
    const zone = await this.rules.zone(actor.tenant);
    return { ...found, words: toWords(read.checked, { subject: read.subject, zone }) };
  }

  /** Every matching `external_id`, a batch at a time. */
  async externalIds(
    actor: Actor,
    request: PreviewRequest,
    signal?: AbortSignal,
  ): Promise<AsyncIterable<string[]>> {
    const read = await this.rules.read(actor.tenant, request.subject, request.rules);
    const target = await this.rules.target(actor.tenant, read.subject, request.asOf);
    return this.evaluation.stream(actor.tenant, externalIdsOf(read.checked, target), signal);
  }
}

async function countOf(ask: Ask, ids: Sql): Promise<number> {
  const [row] = await ask<{ count: number }>(sql`select count(*)::float8 as count from (${ids}) audience`);
  return row?.count ?? 0;
}

async function sampleOf(ask: Ask, target: Target, ids: Sql, limit: number): Promise<SampleMember[]> {
  const some = sql`select id from (${ids}) audience order by id limit ${limit}`;
  const rows = await ask<SampleMember>(
    sql`select id::text as member_id, external_id, display from (${described(target, some)}) members order by id`,
  );
  return rows;
}

const externalIdsOf = (rule: Checked, target: Target): Sql =>
  sql`select external_id as text from (${described(target, audience(rule, target))}) members`;
