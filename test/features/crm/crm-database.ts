/** Databases that hold the CRM's schema, and data sources over them, for the tests of the CRM. */

import { DataSource } from 'typeorm';
import { runMigrations } from '../../../src/command-line/migrations.js';
import { crmEntities } from '../../../src/crm/entities.js';
import { crmMigrations } from '../../../src/crm/migrations.js';
import { createDatabase, type Template } from '../../support/database.js';

export const emptyCrm: Template = {
  name: 'crm_empty',
  build: async (url) => void (await runMigrations({ type: 'postgres', url }, crmMigrations)),
};

export interface CrmDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function openCrm(template: Template = emptyCrm): Promise<CrmDatabase> {
  const database = await createDatabase({ template });
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: [...crmEntities],
  }).initialize();
  return {
    url: database.url,
    dataSource,
    query: (sql, parameters) => dataSource.query(sql, parameters),
    drop: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
