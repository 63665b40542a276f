/**
 * Lets time pass for a tenant: whoever's verdict it has turned, though nobody wrote anything, is looked at again.
 *
 * First the new instant is announced and committed, so that nothing is evaluated as of an earlier one any more. Then those are
 * found who have turned since the last time. Whoever is evaluated meanwhile as of an earlier instant is found too: what they
 * were evaluated by was committed before.
 */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager, QueryRunner } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import { TenantSettings } from '../../access/tenant-settings.js';
import { refreshBounds } from '../../audience/evaluation.js';
import { Catalogue } from '../../catalogue/catalogue.service.js';
import { runnerOf } from '../../members/run-sql.js';
import type { Passage } from '../../rule-language/passage.js';
import { DueSegments } from '../../segments/due.repository.js';
import { EngineClock } from '../../segments/engine-clock.js';
import { RuleReader } from '../../segments/rule-reader.js';
import {
  type Calendar,
  isOfAnother,
  type TenantClock,
  TenantClocks,
} from '../../segments/tenant-clocks.repository.js';
import { CrossersRepository, type LiveRow } from './crossers.repository.js';
import { type LiveSegment, sweepOf } from './sweep.js';

/** What came of it. */
export interface Advance {
  /** Until when time has passed now. */
  readonly until: Temporal.Instant;
  /** Rows of dirt that were appended. */
  readonly appended: number;
  /** Ids of the segments that want a full run. */
  readonly due: readonly string[];
}

@Injectable()
export class ClockRefresh {
  constructor(
    private readonly database: TenantDatabase,
    private readonly engineClock: EngineClock,
    private readonly settings: TenantSettings,
    private readonly clocks: TenantClocks,
    private readonly crossers: CrossersRepository,
    private readonly due: DueSegments,
    private readonly catalogue: Catalogue,
    private readonly rules: RuleReader,
  ) {}

  /** Up to now; after a pause, it is the same over a longer time. Another that is under way for the tenant is waited for. */
  async advance(tenant: string): Promise<Advance> {
    const { zone, weekStart, leapDay } = await this.settings.of(tenant);
    await this.clocks.announce(tenant, await this.engineClock.now());
    const calendar = { zone, weekStart, leapDay };
    return this.database.within(tenant, (manager) => this.sweep(manager, tenant, calendar), {
      isolation: 'READ COMMITTED',
      settings: refreshBounds,
    });
  }

  private async sweep(manager: EntityManager, tenant: string, calendar: Calendar): Promise<Advance> {
    const clock = await this.clocks.lock(manager, tenant);
    const runner = runnerOf(manager);
    const found = await this.found(runner, tenant, clock, calendar);
    if (found.due.length > 0) await this.due.mark(manager, tenant, found.due, found.reason);
    await this.clocks.recordSwept(manager, tenant, clock.until, calendar);
    return { until: clock.until, appended: found.appended, due: found.due };
  }

  private async found(
    runner: QueryRunner,
    tenant: string,
    { until, swept }: TenantClock,
    calendar: Calendar,
  ) {
    const live = await this.crossers.live(runner, tenant);
    // Nobody knows what was turned by another calendar, or before time was followed at all.
    if (!swept || isOfAnother(swept.calendar, calendar))
      return { due: live.map(({ id }) => id), reason: swept ? 'calendar' : 'first_clock', appended: 0 };
    const passage = { from: { ...calendar, asOf: swept.until }, to: { ...calendar, asOf: until } };
    const passed = Temporal.Instant.compare(swept.until, until) < 0;
    return { ...(await this.crossed(runner, tenant, passed ? live : [], passage)), reason: 'clock' };
  }

  private async crossed(runner: QueryRunner, tenant: string, live: readonly LiveRow[], passage: Passage) {
    const vocabulary = await this.catalogue.vocabulary(tenant, runner.manager);
    const { understood, broken } = await this.read(runner.manager, tenant, live);
    const { questions, everyone } = sweepOf(understood, tenant, vocabulary, passage);
    await this.due.mark(runner.manager, tenant, broken, 'broken');
    const due = [...everyone];
    let appended = 0;
    for (const { subject, asked } of questions) {
      const target = { subject, vocabulary, tenant, clock: passage.to };
      const found = await this.crossers.writeDown(runner, target, asked);
      due.push(...found.due);
      appended += found.subjects;
    }
    return { due: [...new Set(due)].sort(), appended };
  }

  /**
   * One whose rule is broken keeps its members as they are. Nobody knows whom time turns meanwhile: a full run is due, once,
   * and waits until the rule can be read.
   */
  private async read(
    manager: EntityManager,
    tenant: string,
    live: readonly LiveRow[],
  ): Promise<{ readonly understood: LiveSegment[]; readonly broken: string[] }> {
    const read = await this.rules.parseAll(tenant, live, manager);
    const understood: LiveSegment[] = [];
    const broken: string[] = [];
    for (const [index, { id, due }] of live.entries()) {
      const { parsed, subject } = read[index] ?? {};
      if (parsed?.ok && subject) understood.push({ id, subject, checked: parsed.checked });
      else if (!due) broken.push(id);
    }
    return { understood, broken };
  }
}
