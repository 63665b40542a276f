/** Writes a schema down as readable SQL, read back from PostgreSQL's own catalogues, so that a change is a diff. */

import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpFileName } from './migration-files.js';
import { type MigrationSet, runMigrations } from './migrations.js';
import { type PostgresOptions, withOwnConnection } from './own-connection.js';
import { schemaQueries } from './schema-queries.js';

/** One statement; `relation` stands for the table that it defines or belongs to. */
interface Found {
  readonly relation: string;
  readonly line: string;
}

/**
 * Puts the schema that the migrations make beside them, and says where. It is made in a database of its own, so that
 * nothing else (the tables that are provided for a host's subjects, say) gets in; the user must be allowed to create one.
 */
export async function writeSchemaDump(connection: PostgresOptions, set: MigrationSet): Promise<string> {
  const file = join(set.folder, dumpFileName);
  const name = `schema_dump_${randomBytes(6).toString('hex')}`;
  const scratch = inDatabase(connection, name);
  await withOwnConnection(connection, (dataSource) =>
    dataSource.query(`CREATE DATABASE ${name} TEMPLATE template0`),
  );
  try {
    await runMigrations(scratch, set);
    await writeFile(file, await dumpSchema(scratch, set));
  } finally {
    await withOwnConnection(connection, (dataSource) => dataSource.query(`DROP DATABASE ${name}`));
  }
  return file;
}

/** The schema as it is in this database. */
export function dumpSchema(connection: PostgresOptions, set: MigrationSet): Promise<string> {
  return withOwnConnection(connection, (dataSource) =>
    dataSource.transaction('REPEATABLE READ', async (manager) => {
      // Nothing on the path: every name comes out with its schema.
      await manager.query("SET LOCAL search_path = ''");
      const read = (sql: string): Promise<Found[]> => manager.query(sql, [set.schema]);
      return assemble(set, {
        alone: [...(await read(schemaQueries.types)), ...(await read(schemaQueries.functions))],
        tables: await read(schemaQueries.tables),
        additions: await read(schemaQueries.tableAdditions),
        views: await read(schemaQueries.views),
      });
    }),
  );
}

function inDatabase(connection: PostgresOptions, database: string): PostgresOptions {
  if (!connection.url) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { ...connection, url: url.href };
}

interface Parts {
  /** Types and functions. */
  readonly alone: readonly Found[];
  readonly tables: readonly Found[];
  /** Indexes, triggers, policies, comments and grants of the tables. */
  readonly additions: readonly Found[];
  readonly views: readonly Found[];
}

function assemble({ schema }: MigrationSet, { alone, tables, additions, views }: Parts): string {
  const lines = (found: readonly Found[]): string[] => found.map(({ line }) => line);
  const sections = [
    `-- The schema "${schema}" as its migrations leave it, for reading. Written by \`npm run cli -- migrate --dump\`.`,
    ...lines(alone),
    ...tables.map(({ relation, line }) =>
      [line, ...lines(additions.filter((addition) => addition.relation === relation))].join('\n'),
    ),
    ...lines(views),
  ];
  return `${sections.join('\n\n')}\n`;
}
