/** The SQL of tenants' clocks: until when time has passed for each, and by which calendar. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { SettingsOfTenant } from '../access/tenant-settings.js';
import { EngineClock } from './engine-clock.js';

/** How a tenant counts days. */
export type Calendar = Pick<SettingsOfTenant, 'zone' | 'weekStart' | 'leapDay'>;

export interface TenantClock {
  readonly until: Temporal.Instant;
  /** How far everybody was found whom time has turned, and by which calendar; undefined before the first time. */
  readonly swept: { readonly until: Temporal.Instant; readonly calendar: Calendar } | undefined;
}

export interface TenantTime {
  /** By the engine's clock, but never before what has passed for the tenant. */
  readonly now: Temporal.Instant;
  /** Until then; undefined before time has passed for the first time. */
  readonly calendar: Calendar | undefined;
}

/** Whether what goes by `clock` goes by another calendar than the tenant's time, so that it is true of none. */
export const isOfAnother = (
  calendar: Calendar | undefined,
  { zone, weekStart, leapDay }: Calendar,
): boolean => calendar !== undefined && !isDeepStrictEqual(calendar, { zone, weekStart, leapDay });

interface Row {
  readonly until: string;
  readonly swept: string | null;
  readonly zone: string;
  readonly week_start: Calendar['weekStart'];
  readonly leap_day: Calendar['leapDay'];
}

const columns = `select to_json(clocked_until) #>> '{}' as until, to_json(swept_until) #>> '{}' as swept,
  zone, week_start, leap_day from segmentation.tenant_clocks`;

@Injectable()
export class TenantClocks {
  constructor(
    private readonly database: TenantDatabase,
    private readonly engineClock: EngineClock,
  ) {}

  /** What time it is for the tenant's members. */
  async read(manager: EntityManager, tenant: string): Promise<TenantTime> {
    const now = await this.engineClock.now(manager);
    const [row] = await manager.query<Row[]>(`${columns} where tenant_id = $1`, [tenant]);
    if (!row) return { now, calendar: undefined };
    const { until, swept } = clockOf(row);
    return { now: Temporal.Instant.compare(now, until) < 0 ? until : now, calendar: swept?.calendar };
  }

  /** From its commit on, nothing is evaluated as of an earlier instant. It never goes back. */
  async announce(tenant: string, now: Temporal.Instant): Promise<void> {
    await this.database.query(
      tenant,
      `insert into segmentation.tenant_clocks as c (tenant_id, clocked_until) values ($1, $2)
       on conflict (tenant_id) do update set clocked_until = excluded.clocked_until
       where c.clocked_until < excluded.clocked_until`,
      [tenant, now.toString()],
    );
  }

  /** One at a time: whoever comes second waits until the transaction ends. */
  async lock(manager: EntityManager, tenant: string): Promise<TenantClock> {
    const [row] = await manager.query<Row[]>(`${columns} where tenant_id = $1 for update`, [tenant]);
    if (!row) throw new Error('A clock that was announced is there.');
    return clockOf(row);
  }

  async recordSwept(
    manager: EntityManager,
    tenant: string,
    until: Temporal.Instant,
    by: Calendar,
  ): Promise<void> {
    await manager.query(
      `update segmentation.tenant_clocks set swept_until = $2, zone = $3, week_start = $4, leap_day = $5
       where tenant_id = $1`,
      [tenant, until.toString(), by.zone, by.weekStart, by.leapDay],
    );
  }
}

function clockOf({ until, swept, zone, week_start: weekStart, leap_day: leapDay }: Row): TenantClock {
  const calendar = { zone, weekStart, leapDay };
  return {
    until: Temporal.Instant.from(until),
    swept: swept === null ? undefined : { until: Temporal.Instant.from(swept), calendar },
  };
}
