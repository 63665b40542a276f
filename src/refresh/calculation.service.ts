/** One calculation: under its segment's lock, the audience against the members, in one transaction. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager, QueryRunner } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { refreshBounds } from '../audience/evaluation.js';
import { Differences } from '../members/differences.repository.js';
import { type Cause, type Change, type Difference, Ledger, unchanged } from '../members/ledger.repository.js';
import { PinsRepository, withPins } from '../members/pins.repository.js';
import { Readers } from '../members/readers.repository.js';
import { runnerOf } from '../members/run-sql.js';
import type { Checked } from '../rule-language/checked.js';
import { audience, everyone, type Target } from '../rule-language/to-sql/compile.js';
import { type Sql, same } from '../rule-language/to-sql/sql.js';
import { DueSegments } from '../segments/due.repository.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { demandStatus } from '../segments/segment-life.js';
import { SegmentsRepository } from '../segments/segments.repository.js';
import { isOfAnother, TenantClocks } from '../segments/tenant-clocks.repository.js';
import { Failpoints } from './failpoints.js';
import {
  AsOfInFutureError,
  AsOfScheduleError,
  AsOfTooEarlyError,
  RuleEditedError,
  RunAbandonedError,
} from './refresh.errors.js';
import { type LastSuccess, type Outcome, RunsRepository } from './runs.repository.js';

/** A run under way: the rule as it was when it began. */
export interface Work {
  readonly id: string;
  readonly segment: SegmentRow;
  readonly target: Target;
  /** The rule; a static segment has none. */
  readonly checked: Checked | undefined;
  /** The rule as it is understood now; until the transaction ends, it stays so. @throws RuleInvalidError */
  reread(manager: EntityManager): Promise<Checked | undefined>;
  /** As of when, if that was said. */
  readonly asked: Temporal.Instant | undefined;
  readonly by: string;
}

@Injectable()
export class Calculation {
  constructor(
    private readonly repository: SegmentsRepository,
    private readonly differences: Differences,
    private readonly ledger: Ledger,
    private readonly pins: PinsRepository,
    private readonly readers: Readers,
    private readonly runs: RunsRepository,
    private readonly database: TenantDatabase,
    private readonly clocks: TenantClocks,
    private readonly due: DueSegments,
    private readonly failpoints: Failpoints,
  ) {}

  /** Ends the run as a success, or throws and has changed nothing. */
  async carryOut(work: Work): Promise<void> {
    const tenant = work.segment.tenant_id;
    const wholeRun = async (manager: EntityManager): Promise<void> => {
      const runner = runnerOf(manager);
      await this.runs.hold(runner, work.id);
      await this.runs.lock(runner, work.segment.id);
      await this.database.become(runner, 'request', refreshBounds);
      const outcome = await this.calculate(runner, work);
      if (!(await this.runs.finish(tenant, work.id, outcome, manager))) throw new RunAbandonedError();
    };
    await this.database.within(tenant, (manager) =>
      this.readers.waitForWriters(manager, tenant, work.segment.id),
    );
    // Each statement sees what was committed before it: the one that reckons the difference comes after the lock.
    await this.database.within(tenant, wholeRun, { isolation: 'READ COMMITTED' });
  }

  private async calculate(runner: QueryRunner, work: Work): Promise<Outcome> {
    const { segment } = work;
    const last = await this.runs.lastSuccess(segment, runner.manager);
    const { now, calendar } = await this.clocks.read(runner.manager, segment.tenant_id);
    const asOf = instantFor(segment, { now, asked: work.asked }, last).toString();
    const { tenant_id: tenant, id } = segment;
    const change: Change = { tenant, segment: id, asOf, by: work.by, cause: causeAfter(last) };
    const { joined, left } = await this.bringUpToDate(runner, work, change);
    // Of a calendar that was the tenant's when the run began, or will be once time is followed by it.
    if (isOfAnother(calendar, work.target.clock))
      await this.due.mark(runner.manager, tenant, [id], 'calendar');
    const how = { at: asOf, calculated: true };
    const memberCount = await this.repository.recordMembers(runner.manager, segment, { joined, left }, how);
    return { status: 'succeeded', asOf, joined, left, memberCount };
  }

  /**
   * The difference takes its time, and whoever edits or pins does not wait for it: what they have done meanwhile has the
   * last word. Writing is short, and they wait for that.
   */
  private async bringUpToDate(runner: QueryRunner, work: Work, change: Change): Promise<Difference> {
    const { segment, target } = work;
    const { subject } = target;
    const pinned = segment.type !== 'dynamic';
    if (pinned) await this.pins.remember(runner, subject, change);
    const members = membersBy(work, change);
    await this.differences.reckon(runner, subject, members, change);
    await this.failpoints.reach('full.reckoned');
    const current = await this.repository.lock(runner.manager, change.tenant, change.segment);
    if (!current || !isDeepStrictEqual(defining(current), defining(segment))) throw new RuleEditedError();
    demandCalculable(current);
    if (work.asked) demandAfterPins(current, work.asked);
    const checked = await work.reread(runner.manager);
    // The same words may mean something else since a custom field was converted.
    if (!same(members, membersBy({ ...work, checked }, change))) throw new RuleEditedError();
    if (pinned) await this.pins.leaveOutPinned(runner, subject, change);
    const written = await this.ledger.write(runner, subject, change);
    return written.get(segment.id) ?? unchanged;
  }
}

/** What a result is true of. */
const defining = ({ type, rules }: SegmentRow) => ({ type, rules });

/** Whom the segment should have, as of the instant of the change. */
function membersBy({ segment, target, checked }: Work, change: Change): Sql {
  const at = { ...target, clock: { ...target.clock, asOf: Temporal.Instant.from(change.asOf) } };
  const matching = checked && audience(checked, at);
  if (matching && segment.type === 'dynamic') return matching;
  return withPins(target.subject, change, matching, everyone(at));
}

/** @throws SegmentStatusError of one whose members stay as they are */
export const demandCalculable = (segment: SegmentRow): void =>
  demandStatus(segment, ['active', 'inactive'], 'be calculated');

/** How far the clocks of two machines may be apart. */
const clockSkew = Temporal.Duration.from({ seconds: 60 });

/**
 * The instant to calculate as of: the one that is asked for, else now, at the latest; or, where another machine's clock is a little
 * ahead, the instant it wrote.
 * @throws AsOfScheduleError of one that is kept up to date, which goes on from its last run; AsOfInFutureError, since
 * nobody is a member yet at an instant to come; AsOfTooEarlyError where the members are known as of a later one
 */
export function instantFor(
  segment: SegmentRow,
  { now, asked }: { readonly now: Temporal.Instant; readonly asked: Temporal.Instant | undefined },
  last: LastSuccess | undefined,
): Temporal.Instant {
  const { name, schedule } = segment;
  if (asked && schedule !== 'manual') throw new AsOfScheduleError(name, schedule);
  if (asked && Temporal.Instant.compare(asked, now.add(clockSkew)) > 0)
    throw new AsOfInFutureError(asked.toString());
  if (asked) demandAfterPins(segment, asked);
  // Nobody is a member yet at an instant to come, though the caller's clock may be there already.
  const wanted = milliseconds(asked && Temporal.Instant.compare(asked, now) < 0 ? asked : now);
  const before = last && Temporal.Instant.from(last.asOf);
  if (!before || Temporal.Instant.compare(wanted, before) >= 0) return wanted;
  if (!asked && Temporal.Instant.compare(wanted.add(clockSkew), before) >= 0) return before;
  throw new AsOfTooEarlyError(wanted.toString(), last.asOf);
}

/** As instants are answered: whoever asks for the members as of the one that they were told is told those. */
const milliseconds = (instant: Temporal.Instant): Temporal.Instant =>
  instant.round({ smallestUnit: 'millisecond', roundingMode: 'floor' });

/** Whom people have put in or kept out since would have two stays at a time. @throws AsOfTooEarlyError */
function demandAfterPins({ last_updated_at: updated }: SegmentRow, asked: Temporal.Instant): void {
  if (updated && asked.epochMilliseconds < updated.getTime())
    throw new AsOfTooEarlyError(asked.toString(), updated.toISOString());
}

/** Only those who come to match by what they do have joined: not those of a first fill or of an edited rule. */
function causeAfter(last: LastSuccess | undefined): Cause {
  if (!last) return 'first_fill';
  return last.sameRule ? 'matched' : 'rule_changed';
}
