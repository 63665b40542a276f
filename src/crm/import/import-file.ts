/**
 * Imports a CSV file in batches, each in a transaction of its own (or all in one). What cannot be read or taken is
 * listed with its line and reason, and the rest goes on.
 */

import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { CsvFile } from '../../csv/csv-file.js';
import { isBroken, type ReadRecord } from '../../csv/csv-reader.js';
import { TenantDatabase } from '../../index.js';
import { UnknownTenantError } from '../crm.errors.js';
import { BatchWriter } from './batch-writer.js';
import { type CustomFieldsRequest, CustomImport } from './custom-fields/custom-import.js';
import type { PlannedField } from './custom-fields/planned-fields.js';
import {
  analyzeParent,
  findTenant,
  ImportRepository,
  type RefusedRow,
  type StagedRow,
} from './import.repository.js';
import { type ImportMap, matchHeader } from './import-map.js';
import { RefusedRows } from './refused-rows.js';
import { RowReader } from './row-reader.js';
import { type ImportTargetName, importTargets } from './targets.js';

export interface ImportRequest {
  readonly target: ImportTargetName;
  readonly tenantId: number;
  /** CSV, also gzipped. */
  readonly file: string;
  readonly map?: ImportMap;
  /** Where refused rows are listed; `<file>.refused.csv`, beside the file, if not given. */
  readonly refusedFile?: string;
  /** Columns that go nowhere else go to custom fields. */
  readonly custom?: CustomFieldsRequest;
  /** Keep nothing if any row or value is refused, or the file breaks off. */
  readonly allOrNothing?: boolean;
  /** After each batch. */
  readonly onProgress?: (report: ImportReport) => void;
}

export interface ImportReport {
  /** Rows of the file, without the header. */
  readonly rows: number;
  readonly inserted: number;
  /** Those that were there already and are different now. */
  readonly updated: number;
  /**
   * Those that were not written, since a later line of the same batch has their `external_id`. Of lines further apart
   * both are written, and the later counts as any that was there already.
   */
  readonly replaced: number;
  readonly refused: number;
  /** What columns went to custom fields. */
  readonly customFields: readonly PlannedField[];
  /** In custom fields. */
  readonly values: number;
  /** Values that their custom fields do not take, of rows that were taken. */
  readonly refusedValues: number;
  /** Written only if something was refused. */
  readonly refusedFile: string;
  /** Columns of the file that go nowhere. */
  readonly ignoredColumns: readonly string[];
  /** Why the file could not be read to its end. */
  readonly stopped?: string | undefined;
  /** By `allOrNothing`: nothing was kept. */
  readonly undone: boolean;
}

const batchSize = 10_000;

export async function importFile(dataSource: DataSource, request: ImportRequest): Promise<ImportReport> {
  const csv = await CsvFile.open(request.file, request.map ?? {});
  try {
    const run = await ImportRun.prepare(dataSource, csv, request);
    return request.allOrNothing ? await run.allOrNothing() : await run.batchByBatch();
  } finally {
    await csv.close();
  }
}

class ImportRun {
  readonly #counts = { rows: 0, inserted: 0, updated: 0, replaced: 0, refused: 0, refusedValues: 0 };

  private constructor(
    private readonly database: TenantDatabase,
    private readonly tenant: number,
    private readonly csv: CsvFile,
    private readonly ignoredColumns: readonly string[],
    private readonly reader: RowReader,
    private readonly writerOver: (client: ClientBase) => BatchWriter,
    private readonly refused: RefusedRows,
    private readonly custom: CustomImport | undefined,
    private readonly onProgress: (report: ImportReport) => void,
  ) {}

  static async prepare(dataSource: DataSource, csv: CsvFile, request: ImportRequest): Promise<ImportRun> {
    const { file, map = {}, tenantId, refusedFile = `${file}.refused.csv` } = request;
    const target = importTargets[request.target];
    const tenant = await findTenant(dataSource, tenantId);
    if (!tenant) throw new UnknownTenantError(String(tenantId));
    const matched = matchHeader(csv.header, map, target, request.custom !== undefined);
    const source = { file, map, header: csv.header, matched, zone: tenant.time_zone };
    const custom = request.custom && (await CustomImport.plan(request.custom, target, source));
    const { sources, ignored } = matched;
    await analyzeParent(dataSource, target);
    const given = new Set(sources.map(({ name }) => name));
    return new ImportRun(
      request.custom?.database ?? new TenantDatabase(dataSource),
      tenantId,
      csv,
      ignored.filter(({ cell }) => !custom?.takes(cell)).map(({ name }) => name),
      new RowReader(target, sources, map, tenant.time_zone),
      (client) => new BatchWriter(client, new ImportRepository(client, target, tenantId, given)),
      await RefusedRows.at(refusedFile),
      custom,
      request.onProgress ?? (() => undefined),
    );
  }

  async batchByBatch(): Promise<ImportReport> {
    if (this.custom) await this.#makeFields(this.custom);
    for await (const records of this.csv.batches(batchSize)) {
      await this.#transaction(async (writer, manager) => {
        await this.#take(records, writer, manager);
        return 'commit';
      });
      this.onProgress(this.#report());
    }
    return this.#report();
  }

  #makeFields(custom: CustomImport): Promise<unknown> {
    return this.#transaction(async (_writer, manager) => {
      await custom.makeFields(manager);
      return 'commit';
    });
  }

  async allOrNothing(): Promise<ImportReport> {
    const end = await this.#transaction(async (writer, manager) => {
      await this.custom?.makeFields(manager);
      for await (const records of this.csv.batches(batchSize)) {
        await this.#take(records, writer, manager);
        this.onProgress(this.#report());
      }
      const { refused, refusedValues } = this.#counts;
      return refused > 0 || refusedValues > 0 || this.csv.stopped ? 'rollback' : 'commit';
    });
    if (end === 'commit') return this.#report();
    return { ...this.#report(), inserted: 0, updated: 0, replaced: 0, values: 0, undone: true };
  }

  async #take(records: readonly ReadRecord[], writer: BatchWriter, manager: EntityManager): Promise<void> {
    const rows: StagedRow[] = [];
    const unreadable: RefusedRow[] = [];
    for (const record of records) {
      const row = isBroken(record) ? { line: record.line, reason: record.broken } : this.reader.read(record);
      if ('reason' in row) unreadable.push(row);
      else rows.push(row);
    }
    const outcome = await writer.write(rows);
    const refused = [...unreadable, ...outcome.refused];
    const refusedValues = await this.#takeValues(rows, outcome.refused, manager);
    await this.refused.add([...refused, ...refusedValues]);
    this.#counts.rows += records.length;
    this.#counts.inserted += outcome.inserted;
    this.#counts.updated += outcome.updated;
    this.#counts.replaced += outcome.replaced;
    this.#counts.refused += refused.length;
    this.#counts.refusedValues += refusedValues.length;
  }

  async #takeValues(
    rows: readonly StagedRow[],
    refused: readonly RefusedRow[],
    manager: EntityManager,
  ): Promise<RefusedRow[]> {
    if (!this.custom) return [];
    const lost = new Set(refused.map(({ line }) => line));
    return this.custom.values.write(
      manager,
      rows.filter(({ line }) => !lost.has(line)),
    );
  }

  async #transaction(
    work: (writer: BatchWriter, manager: EntityManager) => Promise<'commit' | 'rollback'>,
  ): Promise<'commit' | 'rollback'> {
    return this.database.open(String(this.tenant), async (runner) => {
      const end = await work(this.writerOver(await runner.connect()), runner.manager);
      if (end === 'commit') await runner.commitTransaction();
      await this.database.close(runner);
      return end;
    });
  }

  #report(): ImportReport {
    return {
      ...this.#counts,
      customFields: this.custom?.fields ?? [],
      values: this.custom?.values.written ?? 0,
      refusedFile: this.refused.path,
      ignoredColumns: this.ignoredColumns,
      stopped: this.csv.stopped,
      undone: false,
    };
  }
}
