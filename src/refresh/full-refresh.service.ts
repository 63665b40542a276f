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
import { audience } from '../rule-language/to-sql/compile.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { SegmentsRepository } from '../segments/segments.repository.js';
import { Segments } from '../segments/segments.service.js';
import { AsOfTooEarlyError, RuleEditedError } from './refresh.errors.js';
import type { RunRow } from './run.entity.js';
import { type Outcome, RunsRepository } from './runs.repository.js';

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
   * Begins a run; `done` never rejects, a failure is the run's outcome, and the last good members stay.
   * @throws SegmentNotFoundError, RuleInvalidError where the rule is no longer understood
   */
  async start(actor: Actor, segmentId: string, asOf: Temporal.Instant): Promise<Started> {
    const segment = await this.segments.row(actor.tenant, segmentId);
    await this.rules.read(actor.tenant, segment.subject, segment.rules);
    const id = uuid();
    const { tenant, name: by } = actor;
    const version = segment.version;
    await this.runs.start({ id, tenant, segment: segmentId, version, asOf: asOf.toString(), by });
    const done = this.finish(id, segment, asOf, by).then(() => this.read(tenant, id));
    this.running.add(done);
    void done.finally(() => this.running.delete(done));
    return { run: await this.read(tenant, id), done };
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

  private async finish(id: string, segment: SegmentRow, asOf: Temporal.Instant, by: string): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // Each statement sees what was committed before it: the one that reckons the difference comes after the lock.
      await runner.startTransaction('READ COMMITTED');
      await prepare(runner, 'read write');
      await this.runs.finish(id, await this.calculate(runner, id, segment, asOf, by), runner.manager);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await this.runs.finish(id, this.failure(id, error));
    } finally {
      await runner.release();
    }
  }

  private async calculate(
    runner: QueryRunner,
    id: string,
    before: SegmentRow,
    asOf: Temporal.Instant,
    by: string,
  ): Promise<Outcome> {
    await this.runs.lock(runner, before.id);
    await this.runs.failAbandoned(runner, before.id, id);
    const segment = await this.repository.find(before.tenant_id, before.id, runner.manager);
    if (segment?.version !== before.version) throw new RuleEditedError();
    const last = await this.runs.lastSuccess(runner, segment.id);
    if (last && Temporal.Instant.compare(asOf, Temporal.Instant.from(last.asOf)) < 0)
      throw new AsOfTooEarlyError(asOf.toString(), last.asOf);
    return this.write(runner, segment, asOf, by, causeOf(segment, last?.version));
  }

  private async write(
    runner: QueryRunner,
    segment: SegmentRow,
    asOf: Temporal.Instant,
    by: string,
    cause: Cause,
  ): Promise<Outcome> {
    const { subject, checked } = await this.rules.read(segment.tenant_id, segment.subject, segment.rules);
    const target = await this.rules.target(segment.tenant_id, subject, asOf);
    const { joined, left } = await this.ledger.apply(runner, subject, audience(checked, target), {
      tenant: segment.tenant_id,
      segment: segment.id,
      asOf: asOf.toString(),
      by,
      cause,
    });
    const memberCount = (segment.member_count ?? 0) + joined - left;
    const recorded = await this.repository.recordCalculation(
      runner.manager,
      segment,
      memberCount,
      asOf.toString(),
    );
    // An edit that came between has the last word: this result is of an older rule.
    if (!recorded) throw new RuleEditedError();
    return { status: 'succeeded', joined, left, memberCount };
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

/** Only those who come to match by what they do have joined: not those of a first fill or of an edited rule. */
function causeOf(segment: SegmentRow, lastVersion: number | undefined): Cause {
  if (lastVersion === undefined) return 'first_fill';
  return lastVersion === segment.version ? 'matched' : 'rule_changed';
}
