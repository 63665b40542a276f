/** Imports what a test writes down, through a file as everybody else. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportReport, type ImportRequest, importFile } from '../../../../src/crm/import/import-file.js';
import { type CrmDatabase, openCrm } from '../crm-database.js';

export interface ImportBench extends CrmDatabase {
  readonly folder: string;
  import(
    target: ImportRequest['target'],
    content: string | Uint8Array,
    options?: Partial<ImportRequest>,
  ): Promise<ImportReport & { readonly list: string }>;
}

/** A database with one tenant, number 1, whose zone is Europe/Berlin and currency EUR. */
export async function openImportBench(): Promise<ImportBench> {
  const crm = await openCrm();
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  await crm.query("insert into crm.tenants (name, kind) values ('Trattoria', 'restaurant')");
  return {
    ...crm,
    folder,
    async import(target, content, options = {}) {
      const file = join(folder, 'rows.csv');
      const refusedFile = join(folder, 'refused.csv');
      await writeFile(file, content);
      const request = { target, tenantId: 1, file, refusedFile, ...options };
      const report = await importFile(crm.dataSource, request);
      const list = report.refused === 0 ? '' : await readFile(refusedFile, 'utf8');
      return { ...report, list };
    },
    async drop() {
      await crm.drop();
      await rm(folder, { recursive: true });
    },
  };
}

export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
