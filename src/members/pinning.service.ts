/**
 * Includes people in segments and excludes them, by hand: the pin, the stay and the count in one transaction, under the
 * segment's row, which refreshes lock as well before they write.
 */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { probe, type Target } from '../rule-language/to-sql/compile.js';
import type { Sql } from '../rule-language/to-sql/sql.js';
import { EngineClock } from '../segments/engine-clock.js';
import { RuleReader } from '../segments/rule-reader.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { demandEditable } from '../segments/segment-life.js';
import { SegmentNotFoundError } from '../segments/segments.errors.js';
import { SegmentsRepository } from '../segments/segments.repository.js';
import { TenantClocks } from '../segments/tenant-clocks.repository.js';
import { Differences } from './differences.repository.js';
import { type Cause, type Change, Ledger, unchanged } from './ledger.repository.js';
import { NotPinnedError, SegmentDynamicError, SegmentStaticError } from './members.errors.js';
import { PinsRepository } from './pins.repository.js';
import { run, runnerOf } from './run-sql.js';

/** A segment in a transaction that may pin. */
export interface Pinnable {
  readonly runner: QueryRunner;
  readonly segment: SegmentRow;
  readonly target: Target;
  readonly change: Change;
}

/** Which segment, its subject's target, and what the stays of those who come in are to say. */
export interface PinsOf {
  readonly id: string;
  readonly target: Target;
  readonly cause: Cause;
}

/** What came of including people. */
export interface Included {
  /** How many of them people had excluded before. */
  readonly exclusions_lifted: number;
  readonly member_count: number;
}

@Injectable()
export class Pinning {
  constructor(
    private readonly database: TenantDatabase,
    private readonly segments: SegmentsRepository,
    private readonly rules: RuleReader,
    private readonly differences: Differences,
    private readonly ledger: Ledger,
    private readonly pins: PinsRepository,
    private readonly clock: EngineClock,
    private readonly clocks: TenantClocks,
  ) {}

  /** In a transaction of its own; see `begin`. */
  async transaction<Result>(
    actor: Actor,
    id: string,
    cause: Cause,
    work: (pinnable: Pinnable) => Promise<Result>,
  ): Promise<Result> {
    const { tenant } = actor;
    const segment = await this.segments.find(tenant, id);
    if (!segment) throw new SegmentNotFoundError(id);
    const now = await this.clock.now();
    const target = await this.rules.target(tenant, this.rules.subject(segment.subject), now);
    return this.database.within(tenant, async (manager) =>
      work(await this.begin(manager, actor, { id, target, cause })),
    );
  }

  /**
   * In the transaction that is running, which cannot look up a target.
   * @throws SegmentNotFoundError, SegmentStatusError of an archived one, SegmentDynamicError
   */
  async begin(manager: EntityManager, actor: Actor, { id, target, cause }: PinsOf): Promise<Pinnable> {
    await this.pins.lock(manager, id);
    const segment = await this.segments.lock(manager, actor.tenant, id);
    if (!segment) throw new SegmentNotFoundError(id);
    if (segment.type === 'dynamic') throw new SegmentDynamicError(segment.name);
    demandEditable(segment, 'have its members changed');
    const { now } = await this.clocks.read(manager, actor.tenant);
    const at = instantAfter(segment, now);
    return {
      runner: runnerOf(manager),
      segment,
      target: { ...target, clock: { ...target.clock, asOf: at } },
      change: { tenant: actor.tenant, segment: id, asOf: at.toString(), by: actor.name, cause },
    };
  }

  /** Runs a statement over the host's rows that makes the table `chosen`. */
  async choose({ runner }: Pinnable, statement: Sql): Promise<void> {
    await this.database.become(runner, 'evaluation');
    await run(runner, statement);
    await runner.query('grant select on chosen to public');
    await this.database.become(runner, 'request');
  }

  /** Whom `chosen` has are members from now on; the difference that makes stays readable until the transaction ends. */
  async include(pinnable: Pinnable, reason: string | null): Promise<Included> {
    const { runner, target, change } = pinnable;
    const exclusions_lifted = await this.pins.countExcluded(runner, target.subject, change);
    await this.differences.reckonJoiners(runner, target.subject, change);
    await this.pins.pin(runner, target.subject, change, 'included', reason);
    return { exclusions_lifted, member_count: await this.write(pinnable) };
  }

  /** Whoever the table `chosen` has, a single one, is no member from now on: of a hybrid segment, whatever its rule says. */
  async exclude(pinnable: Pinnable, member: string): Promise<void> {
    const { runner, segment, target, change } = pinnable;
    await this.differences.reckonOne(runner, target.subject, member, false, change);
    if (segment.type === 'hybrid') await this.pins.pin(runner, target.subject, change, 'excluded', null);
    else await this.pins.unpin(runner, target.subject, change, member);
    await this.write(pinnable);
  }

  /** Lets the rule decide again. @throws NotPinnedError, SegmentStaticError, RuleInvalidError while it is broken */
  async follow(pinnable: Pinnable, member: string): Promise<void> {
    const { runner, segment, target, change } = pinnable;
    if (segment.type === 'static') throw new SegmentStaticError(segment.name);
    if (!(await this.pins.unpin(runner, target.subject, change, member))) throw new NotPinnedError(member);
    const matches = await this.matches(pinnable, member);
    await this.differences.reckonOne(runner, target.subject, member, matches, change);
    await this.write(pinnable);
  }

  private async matches({ runner, segment, target }: Pinnable, member: string): Promise<boolean> {
    const { tenant_id, subject, rules } = segment;
    const { checked } = await this.rules.read(tenant_id, subject, rules, runner.manager);
    await this.database.become(runner, 'evaluation');
    const rows = await run<unknown[]>(runner, probe(checked, target, [member]));
    await this.database.become(runner, 'request');
    return rows.length > 0;
  }

  private async write({ runner, segment, target, change }: Pinnable): Promise<number> {
    const written = await this.ledger.write(runner, target.subject, change);
    const difference = written.get(segment.id) ?? unchanged;
    const how = { at: change.asOf, calculated: false };
    return this.segments.recordMembers(runner.manager, segment, difference, how);
  }
}

/** Now; but never before what the members are known as of, which another machine's clock may have said. */
function instantAfter(
  { last_calculated_at, last_updated_at }: SegmentRow,
  now: Temporal.Instant,
): Temporal.Instant {
  const known = [last_calculated_at, last_updated_at].flatMap((date) =>
    // A microsecond is lost in a Date: the next millisecond is not before it.
    date ? [Temporal.Instant.fromEpochMilliseconds(date.getTime() + 1)] : [],
  );
  return [now, ...known].reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
}
