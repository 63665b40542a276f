/** The SQL of runs. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { refreshLock } from '../members/refresh-lock.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import { RunAbandonedError } from './refresh.errors.js';
import type { RunRow, RunStatus } from './run.entity.js';

const columns = `id, segment_id, segment_version, kind, status, as_of, started_at, started_by, finished_at,
  joined_count::float8 as joined, left_count::float8 as "left", member_count::float8 as member_count,
  error_code, error_message`;

export interface NewRun {
  readonly id: string;
  readonly tenant: string;
  readonly segment: string;
  readonly version: number;
  readonly asOf: string;
  readonly by: string;
}

export interface Outcome {
  readonly status: Exclude<RunRow['status'], 'running'>;
  /** Where it is another than the run began with. */
  readonly asOf?: string;
  readonly joined?: number;
  readonly left?: number;
  readonly memberCount?: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What a batch did to one segment. */
export interface BatchRun {
  readonly id: string;
  readonly segment: string;
  readonly version: number;
  readonly joined: number;
  readonly left: number;
  readonly memberCount: number;
}

export interface BatchRuns {
  readonly runs: readonly BatchRun[];
  readonly asOf: string;
  readonly by: string;
}

export interface LastSuccess {
  /** ISO 8601, to the microsecond. */
  readonly asOf: string;
  readonly sameRule: boolean;
}

export interface RunFilter {
  readonly segment: string;
  readonly status?: RunStatus | undefined;
}

export interface RunPage {
  readonly limit: number;
  /** The last run of the page before. */
  readonly after: string | undefined;
  readonly descending: boolean;
}

const matching = 'tenant_id = $1 and segment_id = $2 and ($3::text is null or status = $3)';

const abandoned = new RunAbandonedError();

const holdOf = (run: string): string => `hashtextextended('run ' || ${run}, 0)`;

/** Held by the session that calculates a segment. */
const lockOf = refreshLock('$1');

@Injectable()
export class RunsRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  /** Undefined where the segment is gone. */
  async start(manager: EntityManager, run: NewRun): Promise<RunRow | undefined> {
    const [row] = await manager.query<RunRow[]>(
      `insert into segmentation.runs
         (id, tenant_id, segment_id, segment_version, kind, status, as_of, started_at, started_by)
       select $1::uuid, s.tenant_id, s.id, $4::integer, 'full', 'running', $5::timestamptz, clock_timestamp(), $6::text
       from segmentation.segments s where s.tenant_id = $2 and s.id = $3 for key share
       returning ${columns}`,
      [run.id, run.tenant, run.segment, run.version, run.asOf, run.by],
    );
    return row;
  }

  /** Batches that have changed members, as they end. */
  async recordBatch(manager: EntityManager, tenant: string, batch: BatchRuns): Promise<void> {
    const { runs, asOf, by } = batch;
    const of = <Key extends keyof BatchRun>(key: Key) => runs.map((run) => run[key]);
    await manager.query(
      `insert into segmentation.runs (id, tenant_id, segment_id, segment_version, kind, status, as_of, started_at,
         started_by, finished_at, joined_count, left_count, member_count)
       select id, $1, segment, version, 'incremental', 'succeeded', $2, now(), $3, clock_timestamp(), joined, "left", members
       from unnest($4::uuid[], $5::uuid[], $6::integer[], $7::bigint[], $8::bigint[], $9::bigint[])
         r (id, segment, version, joined, "left", members) order by segment`,
      [
        ...[tenant, asOf, by],
        ...[of('id'), of('segment'), of('version'), of('joined'), of('left'), of('memberCount')],
      ],
    );
  }

  /** False where it had ended already: then it was taken for abandoned. */
  async finish(tenant: string, id: string, outcome: Outcome, running?: EntityManager): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      tenant,
      `update segmentation.runs
       set status = $2, joined_count = $3, left_count = $4, member_count = $5, error_code = $6, error_message = $7,
           finished_at = clock_timestamp(), as_of = coalesce($8, as_of)
       where tenant_id = $9 and id = $1 and status = 'running'`,
      [
        id,
        outcome.status,
        outcome.joined ?? null,
        outcome.left ?? null,
        outcome.memberCount ?? null,
        outcome.error?.code ?? null,
        outcome.error?.message ?? null,
        outcome.asOf ?? null,
        tenant,
      ],
      running,
    );
    return count > 0;
  }

  async find(tenant: string, id: string): Promise<RunRow | undefined> {
    const [row] = await this.database.query<RunRow[]>(
      tenant,
      `select ${columns} from segmentation.runs where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    return row;
  }

  /** In the order they began; those after `after`, an id. */
  list(
    tenant: string,
    { segment, status }: RunFilter,
    { limit, after, descending }: RunPage,
  ): Promise<RunRow[]> {
    const [than, direction] = descending ? ['<', 'desc'] : ['>', 'asc'];
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.runs
       where ${matching} and ($4::uuid is null or id ${than} $4::uuid) order by id ${direction} limit $5`,
      [tenant, segment, status ?? null, after ?? null, limit],
    );
  }

  async count(tenant: string, { segment, status }: RunFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::float8 as count from segmentation.runs where ${matching}`,
      [tenant, segment, status ?? null],
    );
    return row?.count ?? 0;
  }

  /** Waits its turn: one calculation of a segment at a time, until the transaction ends. */
  async lock(runner: QueryRunner, segment: string): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(${lockOf})`, [segment]);
  }

  /** Whoever carries a run out holds this; the database lets go of it when the process dies. */
  async hold(runner: QueryRunner, run: string): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(${holdOf('$1::text')})`, [run]);
  }

  /** Runs of a segment that will never end: begun a while ago, held by nobody, and not waiting in this process. */
  async failAbandoned(tenant: string, segment: string, waiting: readonly string[]): Promise<void> {
    await this.database.query(
      tenant,
      `with silent as materialized (
         select id from segmentation.runs
         where tenant_id = $5 and segment_id = $1 and status = 'running' and started_at < clock_timestamp() - interval '60 seconds'
           and id <> all ($2::uuid[])),
       abandoned as materialized (
         select id from silent where pg_try_advisory_xact_lock(${holdOf('id::text')}))
       update segmentation.runs
       set status = 'failed', finished_at = clock_timestamp(), error_code = $3, error_message = $4
       where tenant_id = $5 and status = 'running' and id in (select id from abandoned)`,
      [segment, [...waiting], abandoned.code, abandoned.message, tenant],
    );
  }

  /** As of when the members were last brought up to date, and whether by the rule the segment has in `segment`. */
  async lastSuccess(
    { id, tenant_id: tenant, type, rules }: SegmentRow,
    running?: EntityManager,
  ): Promise<LastSuccess | undefined> {
    const [row] = await this.database.query<LastSuccess[]>(
      tenant,
      `select to_json(r.as_of) #>> '{}' as "asOf", 
         coalesce(v.rules::jsonb = $2::jsonb and v.details ->> 'type' = $4, false) as "sameRule"
       from segmentation.runs r
       join segmentation.segment_versions v on v.segment_id = r.segment_id and v.version = r.segment_version
       where r.tenant_id = $3 and v.tenant_id = $3 and r.segment_id = $1 and r.status = 'succeeded'
       order by r.as_of desc, r.id desc limit 1`,
      [id, JSON.stringify(rules), tenant, type],
      running,
    );
    return row;
  }
}
