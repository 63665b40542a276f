/** The full refresh: the whole audience against the stored members, one at a time a segment, every run recorded. */

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { evaluationFailure } from '../audience/audience.errors.js';
import { DomainError } from '../errors.js';
import type { Checked } from '../rule-language/checked.js';
import { EngineClock } from '../segments/engine-clock.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { SegmentNotFoundError } from '../segments/segments.errors.js';
import { Segments } from '../segments/segments.service.js';
import { Calculation, demandCalculable, instantFor, type Work } from './calculation.service.js';
import { RuleEditedError } from './refresh.errors.js';
import type { RunRow } from './run.entity.js';
import {
  type NewRun,
  type Outcome,
  type RunFilter,
  type RunPage,
  RunsRepository,
} from './runs.repository.js';
import { Turns } from './turns.js';

/** A run that has begun, and its end. */
export interface Started {
  readonly run: RunRow;
  readonly done: Promise<RunRow>;
}

/** Calculations that a process carries out at a time: each holds a connection, and most of the pool is for others. */
const atATime = 3;

@Injectable()
export class FullRefresh implements BeforeApplicationShutdown {
  private readonly logger = new Logger(FullRefresh.name);
  private readonly running = new Map<string, Promise<RunRow>>();
  private readonly turns = new Turns(atATime);

  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly runs: RunsRepository,
    private readonly calculation: Calculation,
    private readonly audit: Audit,
    private readonly clock: EngineClock,
  ) {}

  /**
   * Begins a run, as of the instant that is asked for, else of the one at which its turn comes. `done` never rejects:
   * a calculation that fails is the run's outcome, and the last good members stay.
   * @throws SegmentNotFoundError, AsOfScheduleError, AsOfInFutureError, AsOfTooEarlyError, SegmentStatusError of one
   * whose members stay as they are, RuleInvalidError where the rule is no longer understood
   */
  async start(actor: Actor, segmentId: string, asked?: Temporal.Instant): Promise<Started> {
    const { tenant, name: by } = actor;
    const now = await this.clock.now();
    const asOfStart = asked ?? now;
    const segment = await this.segments.row(tenant, segmentId);
    demandCalculable(segment);
    const checked = await this.ruleOf(segment);
    const target = await this.rules.target(tenant, this.rules.subject(segment.subject), asOfStart);
    instantFor(segment, { now, asked }, await this.runs.lastSuccess(segment));
    const id = uuid();
    const { version } = segment;
    const begun = { id, tenant, segment: segmentId, version, asOf: asOfStart.toString(), by };
    const run = await this.begin(actor, begun);
    const reread = (manager: EntityManager) => this.ruleOf(segment, manager);
    const work: Work = { id, segment, target, checked, reread, asked, by };
    const done = this.turns
      .take(segmentId, () => this.carryOut(work, run))
      .finally(() => this.running.delete(id));
    this.running.set(id, done);
    return { run, done };
  }

  private begin(actor: Actor, begun: NewRun): Promise<RunRow> {
    return this.runs.transaction(actor.tenant, async (manager) => {
      const run = await this.runs.start(manager, begun);
      if (!run) throw new SegmentNotFoundError(begun.segment);
      const target = { type: 'segment', id: begun.segment };
      const details = { run: run.id, version: begun.version, as_of: begun.asOf };
      await this.audit.record(actor, { action: 'segment.calculation-started', target, details }, manager);
      return run;
    });
  }

  /** A rule that is broken is not calculated: that would be nobody, or everybody. */
  private async ruleOf(
    { tenant_id, subject, rules }: SegmentRow,
    manager?: EntityManager,
  ): Promise<Checked | undefined> {
    return rules === null ? undefined : (await this.rules.read(tenant_id, subject, rules, manager)).checked;
  }

  /** All runs that this process has begun have ended. */
  async settled(): Promise<void> {
    await Promise.all([...this.running.values()]);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** @throws SegmentNotFoundError */
  async list({ tenant }: Actor, filter: RunFilter, page: RunPage): Promise<Page<RunRow>> {
    await this.segments.row(tenant, filter.segment);
    await this.runs.failAbandoned(tenant, filter.segment, [...this.running.keys()]);
    const [rows, total] = await Promise.all([
      this.runs.list(tenant, filter, { ...page, limit: page.limit + 1 }),
      this.runs.count(tenant, filter),
    ]);
    const items = rows.slice(0, page.limit);
    return { items, total, next_cursor: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
  }

  private async carryOut(work: Work, begun: RunRow): Promise<RunRow> {
    let outcome: Outcome | undefined;
    try {
      await this.runs.failAbandoned(work.segment.tenant_id, work.segment.id, [...this.running.keys()]);
      await this.calculation.carryOut(work);
    } catch (error) {
      outcome = this.failure(work.id, error);
    }
    return this.end(begun, outcome, work.segment.tenant_id);
  }

  /** Where the end cannot be written down, the next who looks finds the run abandoned. */
  private async end(begun: RunRow, outcome: Outcome | undefined, tenant: string): Promise<RunRow> {
    try {
      if (outcome) await this.runs.finish(tenant, begun.id, outcome);
      const run = await this.runs.find(tenant, begun.id);
      if (run) return run;
    } catch (error) {
      this.logger.error(`run ${begun.id} could not be recorded: ${String(error)}`);
    }
    // Its segment was deleted meanwhile, or the database is gone.
    const { code = 'run.gone', message = 'The segment was deleted.' } = outcome?.error ?? {};
    return {
      ...begun,
      status: outcome?.status ?? 'discarded',
      finished_at: new Date(),
      error_code: code,
      error_message: message,
    };
  }

  private failure(id: string, cause: unknown): Outcome {
    const error = evaluationFailure(cause);
    if (error instanceof RuleEditedError)
      return { status: 'discarded', error: { code: error.code, message: error.message } };
    if (error instanceof DomainError)
      return { status: 'failed', error: { code: error.code, message: error.message } };
    this.logger.error(
      `run ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    const message = 'The refresh failed; the members are as they were. The log has more under the run’s id.';
    return { status: 'failed', error: { code: 'internal', message } };
  }
}
