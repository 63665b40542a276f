/** The Complete Journey as one tenant of the CRM, brought in by the imports that everybody uses. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { runMigrations } from '../../../src/command-line/migrations.js';
import { type ImportReport, importFile } from '../../../src/crm/import/import-file.js';
import { readImportMap } from '../../../src/crm/import/import-map.js';
import { crmMigrations } from '../../../src/crm/migrations.js';
import type { Template } from '../../support/database.js';
import { sharedData } from '../../support/shared-data.js';
import { prepareCompleteJourney } from './prepare.js';

const targets = ['contacts', 'orders', 'order-lines'] as const;

/** The CRM with the Complete Journey as its tenant 1: imported once in a run of the tests, however many files ask. */
export const completeJourney: Template = {
  name: 'complete_journey',
  async build(url) {
    await runMigrations({ type: 'postgres', url }, crmMigrations);
    const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
    await importCompleteJourney(dataSource, 1);
    await dataSource.query('analyze');
    await dataSource.destroy();
  },
};

/** The tenant is made if it is not there; its shops are in New York's time zone. */
export async function importCompleteJourney(
  dataSource: DataSource,
  tenantId: number,
): Promise<ImportReport[]> {
  await dataSource.query(
    `insert into crm.tenants (id, name, kind, time_zone, week_start, currency)
     values ($1, 'Complete Journey', 'restaurant', 'America/New_York', 'sunday', 'USD') on conflict do nothing`,
    [tenantId],
  );
  const folder = await mkdtemp(join(tmpdir(), 'complete-journey-'));
  try {
    await prepareCompleteJourney(sharedData('complete-journey').folder, folder);
    const reports: ImportReport[] = [];
    for (const target of targets) {
      const map = await readImportMap(fileURLToPath(new URL(`${target}.map.json`, import.meta.url)));
      const [file, refusedFile] = [join(folder, `${target}.csv`), join(folder, `${target}.refused.csv`)];
      reports.push(await importFile(dataSource, { target, tenantId, file, map, refusedFile }));
    }
    return reports;
  } finally {
    await rm(folder, { recursive: true });
  }
}
