/** Connections of the engine's own beside the host's, to the same database. */

import { DataSource, type DataSourceOptions } from 'typeorm';

/** How to reach the database: a host passes its own data source's `options`. */
export type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Not initialized; with nothing of the host's in it, so that opening it changes nothing. */
export const ownDataSource = (connection: PostgresOptions, more: Partial<PostgresOptions> = {}): DataSource =>
  new DataSource({
    ...connection,
    entities: [],
    subscribers: [],
    migrations: [],
    migrationsRun: false,
    synchronize: false,
    dropSchema: false,
    ...more,
  });

/** Opened for the work, and closed after it. */
export async function withOwnConnection<Result>(
  connection: PostgresOptions,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const dataSource = await ownDataSource(connection).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
