/**
 * One kind of record behind AdminJS's adapter interface: within the tenant of whoever is signed in, only what the
 * declaration lists, and every failure reported. A call without a signed-in person reaches nothing.
 */

import {
  type ActionContext,
  BaseRecord,
  BaseResource,
  type Filter,
  ForbiddenError,
  NotFoundError,
  type ParamsType,
} from 'adminjs';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { TenantDatabase } from '../../access/tenant-database.js';
import { may, type Right } from '../policy.js';
import { actorOfAdmin } from '../signed-in.js';
import { columnsOf, type RecordColumns } from './record-columns.js';
import type { RecordDeclaration } from './record-declaration.js';
import { keyToText } from './record-key.js';
import { RecordProperty } from './record-property.js';
import { written } from './record-values.js';
import { mostCounted, mostListed, RecordsRepository } from './records.repository.js';
import { removalProblem, saveProblem } from './save-problem.js';

type Values = Record<string, unknown>;

interface ListOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly sort?: { readonly sortBy?: string; readonly direction?: 'asc' | 'desc' };
}

/** Where a key has several columns, this property holds them as one. */
const wholeKey = 'record_key';

export class TenantResource extends BaseResource {
  readonly columns: RecordColumns;
  /** The property that AdminJS takes for the key. */
  readonly idName: string;
  private readonly records: RecordsRepository;
  private readonly known: ReadonlyMap<string, RecordProperty>;

  constructor(
    readonly declaration: RecordDeclaration,
    database: DataSource,
  ) {
    super(declaration);
    this.columns = columnsOf(declaration, database);
    this.records = new RecordsRepository(new TenantDatabase(database), this.columns);
    this.idName = idNameOf(this.columns);
    this.known = propertiesOf(declaration, this.columns, this.idName);
  }

  override id(): string {
    return this.declaration.id;
  }

  override databaseName(): string {
    return 'records';
  }

  override databaseType(): string {
    return 'postgres';
  }

  override properties(): RecordProperty[] {
    return [...this.known.values()];
  }

  override property(path: string): RecordProperty | null {
    return this.known.get(path) ?? null;
  }

  override async count(filter: Filter, context?: ActionContext): Promise<number> {
    const actor = this.actorWith('read', context);
    return Math.min(mostCounted, await this.records.count(actor.tenant, valuesOf(filter)));
  }

  override async find(filter: Filter, options: ListOptions, context?: ActionContext): Promise<BaseRecord[]> {
    const actor = this.actorWith('read', context);
    const rows = await this.records.find(actor.tenant, valuesOf(filter), {
      limit: within(1, options.limit ?? 10, mostListed),
      offset: within(0, options.offset ?? 0, mostCounted),
      by: this.sortable(options.sort?.sortBy),
      direction: options.sort?.direction === 'asc' ? 'asc' : 'desc',
    });
    return rows.map((row) => this.recordOf(row));
  }

  override async findOne(id: string, context?: ActionContext): Promise<BaseRecord | null> {
    const [record] = await this.findMany([id], context);
    return record ?? null;
  }

  /** Also asked for the records that others refer to: whoever may not see them sees the bare key. */
  override async findMany(ids: (string | number)[], context?: ActionContext): Promise<BaseRecord[]> {
    const actor = actorOfAdmin(context?.currentAdmin);
    if (!actor || !may(actor, this.declaration, 'read')) return [];
    const rows = await this.records.findByKeys(actor.tenant, ids.map(String));
    return rows.map((row) => this.recordOf(row));
  }

  override async create(sent: Values, context?: ActionContext): Promise<ParamsType> {
    const actor = this.actorWith('create', context);
    const key = await this.reporting(() => this.records.create(actor.tenant, written(this.columns, sent)));
    return this.fresh(keyToText(this.columns.key, key), context);
  }

  override async update(id: string, sent: Values, context?: ActionContext): Promise<ParamsType> {
    const actor = this.actorWith('change', context);
    const found = await this.reporting(() =>
      this.records.update(actor.tenant, id, written(this.columns, sent)),
    );
    if (!found) throw new NotFoundError('recordGone', 'update');
    return this.fresh(id, context);
  }

  override async delete(id: string, context?: ActionContext): Promise<void> {
    const actor = this.actorWith('remove', context);
    const found = await this.records.remove(actor.tenant, id).catch((error: unknown) => {
      throw removalProblem(error, this.columns);
    });
    if (!found) throw new NotFoundError('recordGone', 'delete');
  }

  private async reporting<T>(save: () => Promise<T>): Promise<T> {
    try {
      return await save();
    } catch (error) {
      throw saveProblem(error, this.columns);
    }
  }

  private async fresh(id: string, context?: ActionContext): Promise<ParamsType> {
    const record = await this.findOne(id, context);
    return record?.params ?? {};
  }

  private actorWith(right: Right, context: ActionContext | undefined): Actor {
    const actor = actorOfAdmin(context?.currentAdmin);
    if (!actor || !may(actor, this.declaration, right)) throw new ForbiddenError('anyForbiddenError');
    return actor;
  }

  /** A search is sorted by the title, which AdminJS does not ask about; elsewhere an order that is not offered is refused. */
  private sortable(by: string | undefined): string {
    if (by === undefined || this.columns.readable.get(by)?.sortable) return by ?? '';
    return by === this.idName || by === this.columns.titleName ? '' : by;
  }

  private recordOf(row: Values): BaseRecord {
    const { key } = this.columns;
    const values = Object.fromEntries(
      key.map(({ propertyPath }) => [propertyPath, row[`key.${propertyPath}`]]),
    );
    const named = Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('key.')));
    const text = keyToText(key, values);
    const id = key.length === 1 ? {} : { [this.idName]: text };
    const title = this.columns.titleName;
    return new BaseRecord({ ...named, ...id, [title]: named[title] ?? text }, this);
  }
}

const valuesOf = (filter: Filter): Values =>
  Object.fromEntries(Object.entries(filter.filters).map(([name, { value }]) => [name, value]));

const within = (least: number, wanted: number, most: number): number =>
  Number.isFinite(Number(wanted)) ? Math.trunc(Math.min(most, Math.max(least, Number(wanted)))) : least;

const idNameOf = ({ key: [only, ...more] }: RecordColumns): string =>
  only && more.length === 0 ? only.propertyPath : wholeKey;

function propertiesOf(
  declaration: RecordDeclaration,
  { readable, titleName }: RecordColumns,
  idName: string,
): Map<string, RecordProperty> {
  const names = new Set([idName, titleName, ...readable.keys()]);
  return new Map(
    [...names].map((name, position) => {
      const column = readable.get(name);
      const refersTo = declaration.properties?.[name]?.refersTo;
      const property = new RecordProperty({
        name,
        position,
        isId: name === idName,
        isTitle: name === titleName,
        isSortable: column?.sortable ?? false,
        ...(column && { column }),
        ...(refersTo !== undefined && { refersTo }),
      });
      return [name, property];
    }),
  );
}
