/** The SQL of the list of segments: filtered, sorted, a page at a time. */

import { Injectable } from '@nestjs/common';
import type { Sort } from '../access/sorted-by.decorator.js';
import type { After } from '../access/sorted-cursor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { and, join, raw, type Sql, sql, text, texts } from '../rule-language/to-sql/sql.js';
import type { SegmentRow } from './segment.entity.js';
import { segmentColumns } from './segments.repository.js';

/** What a list can be limited to; several values of one filter are alternatives. */
export interface SegmentFilter {
  readonly subject?: string | undefined;
  readonly type?: readonly string[] | undefined;
  /** All but archived ones, if not given. */
  readonly status?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly category?: string | undefined;
  readonly folder?: string | undefined;
  readonly owner?: string | undefined;
  readonly created_by?: string | undefined;
  /** ISO 8601 with an offset; from the one on, to before the other. */
  readonly created_from?: string | undefined;
  readonly created_until?: string | undefined;
  /** That their rules speak of, also by way of a metric: any of these, each as `record.field`. */
  readonly fields?: readonly string[] | undefined;
  /** Found in the name, the description or a tag, in upper or lower case. */
  readonly q?: string | undefined;
}

/** Exactly these, or all but these. */
export interface Among {
  readonly ids: readonly string[];
  readonly only: boolean;
}

/** Each is never null: what has no value comes before all that have one. Times as seconds, to the microsecond. */
const sorts = {
  name: { key: raw(`name collate "und-x-icu"`), type: raw('text') },
  created_at: { key: raw('extract(epoch from created_at)'), type: raw('numeric') },
  updated_at: { key: raw('extract(epoch from updated_at)'), type: raw('numeric') },
  member_count: { key: raw('coalesce(member_count, -1)'), type: raw('numeric') },
  last_calculated_at: {
    key: raw('coalesce(extract(epoch from last_calculated_at), 0)'),
    type: raw('numeric'),
  },
  last_used_at: { key: raw('coalesce(extract(epoch from last_used_at), 0)'), type: raw('numeric') },
  times_used: { key: raw('times_used'), type: raw('numeric') },
} as const;
export type SortKey = keyof typeof sorts;
export const sortKeys = Object.keys(sorts) as readonly SortKey[];

export type SegmentSort = Sort<SortKey>;

export interface ListedRow extends SegmentRow {
  readonly sort_key: string;
}

@Injectable()
export class SegmentListRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(
    tenant: string,
    filter: Sql,
    sort: SegmentSort,
    page: { readonly limit: number; readonly after: After | undefined },
  ): Promise<ListedRow[]> {
    const { key } = sorts[sort.by];
    const direction = raw(sort.descending ? 'desc' : 'asc');
    return this.run(
      tenant,
      sql`select ${raw(segmentColumns)}, (${key})::text as sort_key from segmentation.segments
        where ${and([filter, ...beyond(sort, page.after)])}
        order by ${key} ${direction}, id ${direction} limit ${page.limit}`,
    );
  }

  async count(tenant: string, filter: Sql): Promise<number> {
    const [row] = await this.run<{ count: number }>(
      tenant,
      sql`select count(*)::integer as count from segmentation.segments where ${filter}`,
    );
    return row?.count ?? 0;
  }

  /** What tells whether each is broken. */
  checkable(tenant: string, filter: Sql): Promise<Pick<SegmentRow, 'id' | 'subject' | 'rules'>[]> {
    return this.run(tenant, sql`select id, subject, rules from segmentation.segments where ${filter}`);
  }

  private run<Row>(tenant: string, statement: Sql): Promise<Row[]> {
    return this.database.query(tenant, statement.text, statement.values);
  }
}

function beyond({ by, descending }: SegmentSort, after: After | undefined): Sql[] {
  if (!after) return [];
  const { key, type } = sorts[by];
  const than = raw(descending ? '<' : '>');
  return [sql`(${key}, id) ${than} (${after.key}::${type}, ${after.id}::uuid)`];
}

const folded = (value: Sql): Sql => sql`lower(${value} collate "und-x-icu")`;

/** The conditions of a filter, in a tenant. */
export function conditionOf(tenant: string, filter: SegmentFilter, among?: Among): Sql {
  const { status, type, tag, subject, category, folder, owner } = filter;
  const { created_by, created_from, created_until, fields, q } = filter;
  const equal = { subject, category, folder, owner, created_by };
  return and([
    sql`tenant_id = ${text(tenant)}`,
    status ? sql`status = any(${texts(status)})` : raw(`status <> 'archived'`),
    ...(type ? [sql`type = any(${texts(type)})`] : []),
    ...(tag ? [sql`tags && ${texts(tag)}`] : []),
    ...Object.entries(equal).flatMap(([name, value]) =>
      value === undefined ? [] : [sql`${raw(name)} = ${text(value)}`],
    ),
    ...(created_from ? [sql`created_at >= ${created_from}::timestamptz`] : []),
    ...(created_until ? [sql`created_at < ${created_until}::timestamptz`] : []),
    ...(fields ? [speaksOf(tenant, fields)] : []),
    ...(q ? [contains(q)] : []),
    ...(among ? [sql`${raw(among.only ? '' : 'not')} (id = any(${[...among.ids]}::uuid[]))`] : []),
  ]);
}

const speaksOf = (tenant: string, fields: readonly string[]): Sql => sql`exists (
  select from segmentation.segment_rules r
  where r.tenant_id = ${text(tenant)} and r.segment_id = segments.id and r.uses && ${texts(fields)})`;

const searched = [raw('name'), raw('description'), raw(`array_to_string(tags, E'\\n')`)];

const contains = (part: string): Sql => {
  const places = searched.map((place) => sql`strpos(${folded(place)}, ${folded(text(part))}) > 0`);
  return sql`(${join(places, ' or ')})`;
};
