/** The full refresh: the whole audience against the stored members, in one transaction, one at a time a segment. */

import { Injectable, Logger } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { evaluationFailure } from '../audience/audience.errors.js';
import { prepare } from '../audience/evaluation.js';
import { DomainError } from '../errors.js';
import { type Cause, Ledger } from '../members/ledger.repository.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, type Target } from '../rule-language/to-sql/compile.js';
import { asOf } from '../segments/as-of.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { SegmentsRepository } from '../segments/segments.repository.js';
import { Segments } from '../segments/segments.service.js';
import { AsOfTooEarlyError, RuleEditedError } from './refresh.errors.js';
import type { RunRow } from './run.entity.js';
import { type LastSuccess, type Outcome, RunsRepository } from './runs.repository.js';

/** A run that has begun, and its end. */
export interface Started {
  readonly run: RunRow;
  readonly done: Promise<RunRow>;
}

@Injectable()
export class FullRefresh {
  private readonly logger = new Logger(FullRefresh.name);
  private readonly running = new Set<Promise<RunRow>>();

  constructor(
    private readonly segments: Segments,
    private readonly repository: SegmentsRepository,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly runs: RunsRepository,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Begins a run, as of the instant that is asked for, else of the one at which its turn comes. A calculation that fails is the run's outcome, and the last good members stay; `done` rejects only
   * where not even that can be written down.
   * @throws SegmentNotFoundError, AsOfTooEarlyError, RuleInvalidError where the rule is no longer understood
   */
  async start(actor: Actor, segmentId: string, asked?: Temporal.Instant): Promise<Started> {
    const { tenant, name: by } = actor;
    const asOfStart = asked ?? asOf(undefined);
    const segment = await this.segments.row(tenant, segmentId);
    const { subject, checked } = await this.rules.read(tenant, segment.subject, segment.rules);
    const target = await this.rules.target(tenant, subject, asOfStart);
    if (asked) refuseEarlier(asked, await this.runs.lastSuccess(this.dataSource.manager, segment));
    const id = uuid();
    await this.runs.start({
      id,
      tenant,
      segment: segmentId,
      version: segment.version,
      asOf: asOfStart.toString(),
      by,
    });
    const work: Work = { id, segment, target, checked, asked, by };
    const done = this.carryOut(work).then(() => this.read(tenant, id));
    this.keepUntilDone(done);
    return { run: await this.read(tenant, id), done };
  }

  private keepUntilDone(done: Promise<RunRow>): void {
    this.running.add(done);
    done.catch((error: unknown) => this.logger.error(error)).finally(() => this.running.delete(done));
  }

  /** All runs that this process has begun have ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }

  async list(actor: Actor, segmentId: string, limit: number): Promise<readonly RunRow[]> {
    await this.segments.row(actor.tenant, segmentId);
    return this.runs.list(actor.tenant, segmentId, limit);
  }

  private async read(tenant: string, id: string): Promise<RunRow> {
    const run = await this.runs.find(tenant, id);
    if (!run) throw new Error(`The run ${id} is gone: its segment was deleted.`);
    return run;
  }

  private async carryOut(work: Work): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // Each statement sees what was committed before it: the one that reckons the difference comes after the lock.
      await runner.startTransaction('READ COMMITTED');
      await this.runs.lock(runner, work.segment.id);
      await prepare(runner, 'read write');
      await this.runs.finish(work.id, await this.calculate(runner, work), runner.manager);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      await this.runs.finish(work.id, this.failure(work.id, error));
    } finally {
      await runner.release();
    }
  }

  private async calculate(runner: QueryRunner, work: Work): Promise<Outcome> {
    const { id, segment, target, asked } = work;
    await this.runs.failAbandoned(runner, segment.id, id);
    const last = await this.runs.lastSuccess(runner.manager, segment);
    if (asked) refuseEarlier(asked, last);
    const instant = asked ?? notBefore(last);
    const at = instant.toString();
    const matching = audience(work.checked, { ...target, clock: { ...target.clock, asOf: instant } });
    const { joined, left } = await this.ledger.apply(runner, target.subject, matching, {
      tenant: segment.tenant_id,
      segment: segment.id,
      asOf: at,
      by: work.by,
      cause: causeAfter(last),
    });
    const memberCount = await this.repository.recordCalculation(runner.manager, segment, joined - left, at);
    // An edit that came between has the last word: this result is of an older rule.
    if (memberCount === undefined) throw new RuleEditedError();
    return { status: 'succeeded', asOf: at, joined, left, memberCount };
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

/** A run under way: the rule as it was when it began. */
interface Work {
  readonly id: string;
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly checked: Checked;
  readonly asked: Temporal.Instant | undefined;
  readonly by: string;
}

function refuseEarlier(asOf: Temporal.Instant, last: LastSuccess | undefined): void {
  if (last && Temporal.Instant.compare(asOf, Temporal.Instant.from(last.asOf)) < 0)
    throw new AsOfTooEarlyError(asOf.toString(), last.asOf);
}

/** Now; or, where another machine's clock is ahead, the instant it wrote. */
function notBefore(last: LastSuccess | undefined): Temporal.Instant {
  const now = asOf(undefined);
  const before = last && Temporal.Instant.from(last.asOf);
  return before && Temporal.Instant.compare(now, before) < 0 ? before : now;
}

/** Only those who come to match by what they do have joined: not those of a first fill or of an edited rule. */
function causeAfter(last: LastSuccess | undefined): Cause {
  if (!last) return 'first_fill';
  return last.sameRule ? 'matched' : 'rule_changed';
}
