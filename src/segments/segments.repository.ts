/** The SQL of segments, one at a time. */

import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { SegmentRow, SegmentStatus } from './segment.entity.js';
import { SegmentNameTakenError } from './segments.errors.js';

export const segmentColumns = `id, tenant_id, name, description, category, tags, folder, owner, subject, type, status,
  status_before, schedule, rules,
  case when template is not null then json_build_object('id', template, 'parameters', template_parameters) end as template, version, member_count::float8 as member_count, last_calculated_at, last_updated_at,
  times_used, last_used_at, created_at, created_by, updated_at, updated_by`;

/** What another segment's rule needs to know of a segment. */
export interface SegmentEntryRow {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly status: SegmentStatus;
}

@Injectable()
export class SegmentsRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  async find(tenant: string, id: string): Promise<SegmentRow | undefined> {
    const [row] = await this.database.query<SegmentRow[]>(
      tenant,
      `select ${segmentColumns} from segmentation.segments where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    return row;
  }

  /** Found and locked: no other edit passes until the transaction ends. */
  async lock(manager: EntityManager, tenant: string, id: string): Promise<SegmentRow | undefined> {
    const [row] = await manager.query<SegmentRow[]>(
      `select ${segmentColumns} from segmentation.segments where tenant_id = $1 and id = $2 for update`,
      [tenant, id],
    );
    return row;
  }

  references(tenant: string, ids: readonly string[], running?: EntityManager): Promise<SegmentEntryRow[]> {
    return this.database.query(
      tenant,
      `select id, name, subject, status from segmentation.segments where tenant_id = $1 and id = any($2::uuid[])`,
      [tenant, [...ids]],
      running,
    );
  }

  /** Which of them are by a rule that was never calculated. */
  async neverCalculated(tenant: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      tenant,
      `select id from segmentation.segments
       where tenant_id = $1 and id = any($2::uuid[]) and type <> 'static' and last_calculated_at is null`,
      [tenant, [...ids]],
    );
    return rows.map(({ id }) => id);
  }

  /** The names that start so. */
  async namesLike(manager: EntityManager, tenant: string, start: string): Promise<string[]> {
    const rows = await manager.query<{ name: string }[]>(
      `select name from segmentation.segments where tenant_id = $1 and starts_with(name, $2)`,
      [tenant, start],
    );
    return rows.map(({ name }) => name);
  }

  async insert(manager: EntityManager, row: SegmentRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `insert into segmentation.segments
           (id, tenant_id, name, description, category, tags, folder, owner, subject, type, status, schedule, rules,
            version, member_count, created_at, created_by, updated_at, updated_by, template, template_parameters)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
           $21)`,
        [
          row.id,
          row.tenant_id,
          ...details(row),
          row.subject,
          row.type,
          row.status,
          row.schedule,
          ruleText(row),
          row.version,
          row.member_count,
          row.created_at,
          row.created_by,
          row.updated_at,
          row.updated_by,
          ...templateUse(row),
        ],
      ),
    );
  }

  /** Its definition and its status. */
  async update(manager: EntityManager, row: SegmentRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `update segmentation.segments
         set name = $3, description = $4, category = $5, tags = $6, folder = $7, owner = $8, type = $9, status = $10,
             status_before = $11, schedule = $12, rules = $13, version = $14, updated_at = $15, updated_by = $16,
             template = $17, template_parameters = $18
         where tenant_id = $2 and id = $1`,
        [
          row.id,
          row.tenant_id,
          ...details(row),
          row.type,
          row.status,
          row.status_before,
          row.schedule,
          ruleText(row),
          row.version,
          row.updated_at,
          row.updated_by,
          ...templateUse(row),
        ],
      ),
    );
  }

  async recordUse(manager: EntityManager, { id, tenant_id }: SegmentRow): Promise<void> {
    await manager.query(
      `update segmentation.segments set times_used = times_used + 1, last_used_at = clock_timestamp()
       where tenant_id = $1 and id = $2`,
      [tenant_id, id],
    );
  }

  async delete(manager: EntityManager, tenant: string, id: string): Promise<void> {
    await manager.query(
      `with due as (delete from segmentation.due where tenant_id = $1 and segment_id = $2)
       delete from segmentation.segments where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
  }

  /** Of several segments, in the order of their ids, by which everyone locks them; one that is gone is left out. */
  lockAll(manager: EntityManager, tenant: string, ids: readonly string[]): Promise<SegmentRow[]> {
    return manager.query(
      `select ${segmentColumns} from segmentation.segments where tenant_id = $1 and id = any($2::uuid[])
       order by id for no key update`,
      [tenant, [...ids]],
    );
  }

  /** As `recordMembers`, of several segments that were calculated as of one instant. @returns the new counts, by segment */
  async recordMembersOfAll(
    manager: EntityManager,
    tenant: string,
    changed: ReadonlyMap<string, { readonly joined: number; readonly left: number }>,
    at: string,
  ): Promise<ReadonlyMap<string, number>> {
    const [rows] = await manager.query<[{ id: string; count: number }[], number]>(
      `update segmentation.segments s
       set member_count = coalesce(s.member_count, 0) + c.more, members_version = s.members_version + 1,
           last_updated_at = greatest(s.last_updated_at, $4), last_calculated_at = greatest(s.last_calculated_at, $4)
       from unnest($2::uuid[], $3::bigint[]) c (id, more)
       where s.tenant_id = $1 and s.id = c.id returning s.id, s.member_count::float8 as count`,
      [tenant, [...changed.keys()], [...changed.values()].map(({ joined, left }) => joined - left), at],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /**
   * By how much the members have changed, and as of when: calculated, or by hand. In the transaction that changes them.
   * @returns the new count
   */
  async recordMembers(
    manager: EntityManager,
    { id, tenant_id }: SegmentRow,
    { joined, left }: { readonly joined: number; readonly left: number },
    { at, calculated }: { readonly at: string; readonly calculated: boolean },
  ): Promise<number> {
    const [rows] = await manager.query<[{ count: number }[], number]>(
      `update segmentation.segments
       set member_count = coalesce(member_count, 0) + $3,
           members_version = members_version + case when $5 then 1 else 0 end,
           last_updated_at = case when $5 then $4 else last_updated_at end,
           last_calculated_at = case when $6 then $4 else last_calculated_at end
       where tenant_id = $1 and id = $2 returning member_count::float8 as count`,
      [tenant_id, id, joined - left, at, joined + left > 0, calculated],
    );
    return countOf(rows);
  }
}

function countOf([row]: readonly { count: number }[]): number {
  if (!row) throw new Error('A segment that is locked is there.');
  return row.count;
}

/** In the order in which both statements name them. */
const details = ({ name, description, category, tags, folder, owner }: SegmentRow): unknown[] => [
  name,
  description,
  category,
  [...tags],
  folder,
  owner,
];

const templateUse = ({ template }: SegmentRow): unknown[] => [
  template?.id ?? null,
  template && JSON.stringify(template.parameters),
];

export const ruleText = ({ rules }: Pick<SegmentRow, 'rules'>): string | null =>
  rules === null ? null : JSON.stringify(rules);

async function naming<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError
        ? (error.driverError as { constraint?: string }).constraint
        : undefined;
    if (constraint === 'segments_tenant_id_name_key') throw new SegmentNameTakenError(name);
    throw error;
  }
}
