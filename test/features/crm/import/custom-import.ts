/** Imports what a test writes down with the columns that nothing else takes, in an application over the sample. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { CustomFieldsRequest } from '../../../../src/crm/import/custom-fields/custom-import.js';
import { type ImportReport, type ImportRequest, importFile } from '../../../../src/crm/import/import-file.js';
import { type Actor, BulkValues, CustomFields, permissions, TenantDatabase } from '../../../../src/index.js';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { valuesOf } from '../../../support/custom-fields.js';

export interface CustomBench extends TestApplication {
  readonly folder: string;
  readonly custom: CustomFieldsRequest;
  /** Into tenant 1. `list` has what was refused, a line each. */
  import(
    content: string | Uint8Array,
    options?: Partial<ImportRequest>,
  ): Promise<ImportReport & { readonly list: string[] }>;
  /** The custom fields of a contact, or of another subject's record, by its external id. */
  valuesOf(externalId: string, subject?: 'contact' | 'company'): Promise<Record<string, unknown>>;
  /** The active custom fields of contacts by key. */
  types(): Promise<Record<string, string>>;
}

const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };
const tables = { contact: 'crm.contacts', company: 'crm.companies' };

export async function openCustomBench(): Promise<CustomBench> {
  const app = await openApplication();
  const folder = await mkdtemp(join(tmpdir(), 'custom-import-'));
  const { nest } = app;
  const custom: CustomFieldsRequest = {
    actor,
    database: nest.get(TenantDatabase),
    fields: nest.get(CustomFields),
    values: nest.get(BulkValues),
  };
  return {
    ...app,
    folder,
    custom,
    async import(content, options = {}) {
      const [file, refusedFile] = [join(folder, 'rows.csv'), join(folder, 'refused.csv')];
      await writeFile(file, content);
      const request: ImportRequest = {
        target: 'contacts',
        tenantId: 1,
        file,
        refusedFile,
        custom,
        ...options,
      };
      const report = await importFile(nest.get(DataSource), request);
      const hasList = report.refused + report.refusedValues > 0;
      const [, ...list] = hasList ? (await readFile(refusedFile, 'utf8')).trimEnd().split('\n') : [];
      return { ...report, list };
    },
    async valuesOf(externalId, subject = 'contact') {
      const sql = `select id::text from ${tables[subject]} where tenant_id = 1 and external_id = $1`;
      const [record] = await app.query<{ id: string }>(sql, [externalId]);
      return valuesOf(app.api, record?.id ?? '', subject);
    },
    async types() {
      const { items } = (
        await app.api.get('/api/custom-fields?subject=contact&archived=false&limit=500').expect(200)
      ).body as { items: { key: string; type: string }[] };
      return Object.fromEntries(items.map(({ key, type }) => [key, type]));
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Which columns it takes for which fields. */
export const planned = ({ customFields }: ImportReport) =>
  customFields.map(({ key, label, type, values, isNew }) => ({ key, label, type, values, isNew }));
