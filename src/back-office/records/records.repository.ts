/** The statements on one kind of record, each within a tenant, short-lived, and unable to read more than it may. */

import { AppError } from 'adminjs';
import {
  Brackets,
  type EntityManager,
  type ObjectLiteral,
  QueryFailedError,
  type SelectQueryBuilder,
} from 'typeorm';
import type { TenantDatabase } from '../../access/tenant-database.js';
import { displayName, type RecordColumns } from './record-columns.js';
import { applyFilters, asText, UnfitFilterError } from './record-filter.js';
import { keyFromText } from './record-key.js';
import { shown } from './record-values.js';

type Values = Record<string, unknown>;
type Query = SelectQueryBuilder<ObjectLiteral>;
type Key = Readonly<Record<string, string>>;

/** Nobody pages further than this; counting stops here. */
export const mostCounted = 10_000;
export const mostListed = 500;
const patience = '5s';

export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export class RecordsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly columns: RecordColumns,
  ) {}

  find(tenant: string, filters: Values, { limit, offset, by, direction }: Page): Promise<Values[]> {
    return this.read(tenant, async (manager) => {
      const query = this.selection(manager, tenant);
      applyFilters(query, this.columns, filters);
      this.sort(query, by, direction === 'asc' ? 'ASC' : 'DESC');
      return this.rows(query.limit(limit).offset(offset));
    });
  }

  /** At most `mostCounted`, and one more where there are more. */
  count(tenant: string, filters: Values): Promise<number> {
    return this.read(tenant, async (manager) => {
      const query = this.within(manager, tenant).select('1');
      applyFilters(query, this.columns, filters);
      query.limit(mostCounted + 1);
      const counted = manager
        .createQueryBuilder()
        .select('count(*)::int', 'total')
        .from(`(${query.getQuery()})`, 'counted')
        .setParameters(query.getParameters());
      const row = await counted.getRawOne<{ total: number }>();
      return row?.total ?? 0;
    });
  }

  findByKeys(tenant: string, texts: readonly string[]): Promise<Values[]> {
    const wanted = texts.slice(0, mostListed).map((text) => this.keyOf(text));
    const keys = wanted.filter((key) => key !== undefined);
    if (keys.length === 0) return Promise.resolve([]);
    return this.read(tenant, (manager) =>
      this.rows(this.selection(manager, tenant).andWhere(this.oneOf(keys))),
    );
  }

  /** Through the entity, so that the host's listeners and transformers see it. Returns the new record's key. */
  async create(tenant: string, values: Values): Promise<Values> {
    const { entity, tenant: column } = this.columns;
    return this.database.within(tenant, async (manager) => {
      const record: ObjectLiteral = entity.create();
      assign(record, values, this.columns);
      column?.setEntityValue(record, tenant);
      return this.keyValues(await manager.save(entity.target, record));
    });
  }

  /** False if there is no such record in the tenant. */
  update(tenant: string, text: string, values: Values): Promise<boolean> {
    return this.change(tenant, text, async (manager, record) => {
      assign(record, values, this.columns);
      await manager.save(this.columns.entity.target, record);
    });
  }

  remove(tenant: string, text: string): Promise<boolean> {
    return this.change(tenant, text, async (manager, record) => {
      await manager.remove(this.columns.entity.target, record);
    });
  }

  private change(
    tenant: string,
    text: string,
    apply: (manager: EntityManager, record: ObjectLiteral) => Promise<void>,
  ): Promise<boolean> {
    const key = this.keyOf(text);
    if (!key) return Promise.resolve(false);
    const work = async (manager: EntityManager): Promise<boolean> => {
      const record = await this.within(manager, tenant)
        .andWhere(this.oneOf([key]))
        .getOne();
      if (!record) return false;
      await apply(manager, record);
      return true;
    };
    return this.database.within(tenant, work, { settings: { statement_timeout: patience } });
  }

  private async read<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const settings = { transaction_read_only: 'on', statement_timeout: patience };
    try {
      return await this.database.within(tenant, work, { settings });
    } catch (error) {
      if (error instanceof QueryFailedError && error.driverError.code === '57014')
        throw new AppError('searchTookTooLong');
      throw error;
    }
  }

  /** Every statement starts here: none can forget the tenant. */
  private within(manager: EntityManager, tenant: string): Query {
    const { entity, tenant: column } = this.columns;
    const query = manager.createQueryBuilder<ObjectLiteral>(entity.target, 'record');
    if (column) query.andWhere(`record.${column.propertyPath} = :tenant`, { tenant });
    return query;
  }

  private selection(manager: EntityManager, tenant: string): Query {
    const query = this.within(manager, tenant).select([]);
    const { readable, key, title, titleName } = this.columns;
    for (const name of readable.keys()) query.addSelect(`record.${name}`, name);
    for (const { propertyPath } of key) query.addSelect(`record.${propertyPath}`, `key.${propertyPath}`);
    if (titleName === displayName) query.addSelect(displaySql(title.map(asText)), displayName);
    return query;
  }

  private async rows(query: Query): Promise<Values[]> {
    const rows = await query.getRawMany<Values>();
    return rows.map((row) => {
      const values = shown(this.columns, row);
      for (const { propertyPath } of this.columns.key)
        values[`key.${propertyPath}`] = row[`key.${propertyPath}`];
      if (displayName in row) values[displayName] = row[displayName];
      return values;
    });
  }

  private sort(query: Query, by: string, direction: 'ASC' | 'DESC'): void {
    const { key, readable } = this.columns;
    if (by !== '') {
      const column = readable.get(by);
      if (!column?.sortable) throw new UnfitFilterError('sortNotAllowed', by);
      // Where nothing can be missing, saying so would keep PostgreSQL from reading an index backwards.
      query.orderBy(`record.${by}`, direction, column.column.isNullable ? 'NULLS LAST' : undefined);
    }
    // Equal values keep their places from page to page.
    for (const { propertyPath } of key) query.addOrderBy(`record.${propertyPath}`, direction);
  }

  private keyOf(text: string): Key | undefined {
    const { key, entity } = this.columns;
    return keyFromText(key, (column) => entity.dataSource.driver.normalizeType(column), text);
  }

  private keyValues(record: ObjectLiteral): Values {
    const values = this.columns.key.map((column) => [column.propertyPath, column.getEntityValue(record)]);
    return Object.fromEntries(values);
  }

  private oneOf(keys: readonly Key[]): Brackets {
    return new Brackets((either) => {
      for (const [place, key] of keys.entries()) {
        const parts = Object.keys(key).map((name, part) => `record.${name} = :key_${place}_${part}`);
        const values = Object.values(key).map((value, part) => [`key_${place}_${part}`, value]);
        either.orWhere(parts.join(' AND '), Object.fromEntries(values));
      }
    });
  }
}

const displaySql = (parts: readonly string[]): string => `NULLIF(concat_ws(' ', ${parts.join(', ')}), '')`;

function assign(record: ObjectLiteral, values: Values, { readable }: RecordColumns): void {
  for (const [name, value] of Object.entries(values))
    readable.get(name)?.column.setEntityValue(record, value);
}
