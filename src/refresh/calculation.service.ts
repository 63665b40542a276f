/** One calculation: under its segment's lock, the audience against the members, in one transaction. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { QueryRunner } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { refreshBounds } from '../audience/evaluation.js';
import { type Cause, Ledger } from '../members/ledger.repository.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, type Target } from '../rule-language/to-sql/compile.js';
import { asOf } from '../segments/as-of.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { SegmentsRepository } from '../segments/segments.repository.js';
import { AsOfTooEarlyError, RuleEditedError, RunAbandonedError } from './refresh.errors.js';
import { type LastSuccess, type Outcome, RunsRepository } from './runs.repository.js';

/** A run under way: the rule as it was when it began. */
export interface Work {
  readonly id: string;
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly checked: Checked;
  /** As of when, if that was said. */
  readonly asked: Temporal.Instant | undefined;
  readonly by: string;
}

@Injectable()
export class Calculation {
  constructor(
    private readonly repository: SegmentsRepository,
    private readonly ledger: Ledger,
    private readonly runs: RunsRepository,
    private readonly database: TenantDatabase,
  ) {}

  /** Ends the run as a success, or throws and has changed nothing. */
  async carryOut(work: Work): Promise<void> {
    const tenant = work.segment.tenant_id;
    // Each statement sees what was committed before it: the one that reckons the difference comes after the lock.
    const runner = await this.database.open(tenant, { isolation: 'READ COMMITTED' });
    try {
      await this.runs.hold(runner, work.id);
      await this.runs.lock(runner, work.segment.id);
      await this.database.become(runner, 'request', refreshBounds);
      const outcome = await this.calculate(runner, work);
      if (!(await this.runs.finish(tenant, work.id, outcome, runner.manager))) throw new RunAbandonedError();
      await runner.commitTransaction();
    } finally {
      await this.database.close(runner);
    }
  }

  private async calculate(runner: QueryRunner, { segment, target, ...work }: Work): Promise<Outcome> {
    const last = await this.runs.lastSuccess(segment, runner.manager);
    const instant = instantFor(work.asked, last);
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
}

/** How far the clocks of two machines may be apart. */
const clockSkew = Temporal.Duration.from({ seconds: 60 });

/**
 * The instant to calculate as of: the one that is asked for, else now; or, where another machine's clock is a little
 * ahead, the instant it wrote.
 * @throws AsOfTooEarlyError where the members are known as of a later one
 */
export function instantFor(
  asked: Temporal.Instant | undefined,
  last: LastSuccess | undefined,
): Temporal.Instant {
  const wanted = asked ?? asOf(undefined);
  const before = last && Temporal.Instant.from(last.asOf);
  if (!before || Temporal.Instant.compare(wanted, before) >= 0) return wanted;
  if (!asked && Temporal.Instant.compare(wanted.add(clockSkew), before) >= 0) return before;
  throw new AsOfTooEarlyError(wanted.toString(), last.asOf);
}

/** Only those who come to match by what they do have joined: not those of a first fill or of an edited rule. */
function causeAfter(last: LastSuccess | undefined): Cause {
  if (!last) return 'first_fill';
  return last.sameRule ? 'matched' : 'rule_changed';
}
