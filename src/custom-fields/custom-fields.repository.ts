/** The SQL of custom fields' definitions, and of the revision that tells whether they have changed. */

import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Sort } from '../access/sorted-by.decorator.js';
import type { After } from '../access/sorted-cursor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import type { CustomFieldRow } from './custom-field.entity.js';
import { CustomFieldKeyTakenError } from './custom-fields.errors.js';

const columns = `id, tenant_id, subject, key, label, type, options, required, default_value, archived_at, version,
  created_at, created_by, updated_at, updated_by`;

/** What a list is restricted to. */
export interface FieldFilter {
  readonly subject?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** Ids are given in the order in which fields are made. */
const sorts = { created_at: 'id::text', label: 'label collate "und-x-icu"', key: 'key collate "C"' } as const;
export type FieldSortKey = keyof typeof sorts;
export const fieldSorts = Object.keys(sorts) as readonly FieldSortKey[];
export type FieldSort = Sort<FieldSortKey>;

export interface ListedField extends CustomFieldRow {
  readonly sort_key: string;
}

const matching = `tenant_id = $1 and ($2::text is null or subject = $2)
  and ($3::boolean is null or (archived_at is not null) = $3)`;

@Injectable()
export class CustomFieldsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Of its own, or in the one that is running. */
  transaction<Result>(
    tenant: string,
    work: (manager: EntityManager) => Promise<Result>,
    running?: EntityManager,
  ): Promise<Result> {
    return this.database.within(tenant, work, { running });
  }

  /**
   * Definitions change one at a time, and not while rules or values are being written by them: whoever comes second
   * sees what the first has done.
   */
  async lockToChange(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('custom fields of ' || $1, 0))`, [
      tenant,
    ]);
  }

  /** Definitions stay as they are until the transaction ends. */
  async lockToUse(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(
      `select pg_advisory_xact_lock_shared(hashtextextended('custom fields of ' || $1, 0))`,
      [tenant],
    );
  }

  /** Undefined until there is a field. */
  async revision(tenant: string, running?: EntityManager): Promise<string | undefined> {
    const [row] = await this.database.query<{ revision: string }[]>(
      tenant,
      `select revision from segmentation.custom_field_revisions where tenant_id = $1`,
      [tenant],
      running,
    );
    return row?.revision;
  }

  /** All of them, in the order they were made. */
  all(tenant: string, running?: EntityManager): Promise<CustomFieldRow[]> {
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.custom_fields where tenant_id = $1 order by id`,
      [tenant],
      running,
    );
  }

  /** The active fields of a kind of record. */
  active(manager: EntityManager, tenant: string, subject: string): Promise<CustomFieldRow[]> {
    return manager.query(
      `select ${columns} from segmentation.custom_fields
       where tenant_id = $1 and subject = $2 and archived_at is null order by id`,
      [tenant, subject],
    );
  }

  /** Sorted; those after `after`. */
  list(
    tenant: string,
    { subject, archived }: FieldFilter,
    { by, descending }: FieldSort,
    { limit, after }: { readonly limit: number; readonly after: After | undefined },
  ): Promise<ListedField[]> {
    const key = sorts[by];
    const [than, direction] = descending ? ['<', 'desc'] : ['>', 'asc'];
    return this.database.query(
      tenant,
      `select ${columns}, ${key} as sort_key from segmentation.custom_fields
       where ${matching} and ($4::uuid is null or (${key}, id) ${than} ($5::text, $4::uuid))
       order by ${key} ${direction}, id ${direction} limit $6`,
      [tenant, subject ?? null, archived ?? null, after?.id ?? null, after?.key ?? null, limit],
    );
  }

  async count(tenant: string, { subject, archived }: FieldFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::integer as count from segmentation.custom_fields where ${matching}`,
      [tenant, subject ?? null, archived ?? null],
    );
    return row?.count ?? 0;
  }

  async find(tenant: string, id: string, running?: EntityManager): Promise<CustomFieldRow | undefined> {
    const [row] = await this.database.query<CustomFieldRow[]>(
      tenant,
      `select ${columns} from segmentation.custom_fields where tenant_id = $1 and id = $2`,
      [tenant, id],
      running,
    );
    return row;
  }

  async insert(manager: EntityManager, row: CustomFieldRow): Promise<void> {
    try {
      await manager.query(
        `insert into segmentation.custom_fields (${columns})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          row.id,
          row.tenant_id,
          row.subject,
          row.key,
          ...changing(row),
          row.created_at,
          row.created_by,
          row.updated_at,
          row.updated_by,
        ],
      );
    } catch (error) {
      if (isKeyTaken(error)) throw new CustomFieldKeyTakenError(row.subject, row.key);
      throw error;
    }
    await this.revise(manager, row.tenant_id);
  }

  async update(manager: EntityManager, row: CustomFieldRow): Promise<void> {
    await manager.query(
      `update segmentation.custom_fields
       set label = $3, type = $4, options = $5, required = $6, default_value = $7, archived_at = $8, version = $9,
         updated_at = $10, updated_by = $11
       where tenant_id = $1 and id = $2`,
      [row.tenant_id, row.id, ...changing(row), row.updated_at, row.updated_by],
    );
    await this.revise(manager, row.tenant_id);
  }

  /** Its values go with it. */
  async delete(manager: EntityManager, { tenant_id, id }: CustomFieldRow): Promise<void> {
    await manager.query(`delete from segmentation.custom_fields where tenant_id = $1 and id = $2`, [
      tenant_id,
      id,
    ]);
    await this.revise(manager, tenant_id);
  }

  private async revise(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(
      `insert into segmentation.custom_field_revisions (tenant_id, revision) values ($1, $2)
       on conflict (tenant_id) do update set revision = excluded.revision`,
      [tenant, uuid()],
    );
  }
}

const changing = (row: CustomFieldRow): unknown[] => [
  row.label,
  row.type,
  JSON.stringify(row.options),
  row.required,
  row.default_value === null ? null : JSON.stringify(row.default_value),
  row.archived_at,
  row.version,
];

const isKeyTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'custom_fields_tenant_id_subject_key_key';
