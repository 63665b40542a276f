/** Questions about given ids are answered by one process; whatever follows them in the transaction, as before. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type Ask, probing } from '../../../src/audience/evaluation.js';
import { sql } from '../../../src/rule-language/to-sql/sql.js';
import { openApplication, type TestApplication } from '../../support/application.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const workers = async (ask: Ask): Promise<unknown> => {
  const [row] = await ask<{ workers: string }>(
    sql`select current_setting('max_parallel_workers_per_gather') as workers`,
  );
  return row?.workers;
};

it('asks without parallel workers, and only what is asked so', async () => {
  const runner = app.nest.get(DataSource).createQueryRunner();
  const ask: Ask = ({ text, values }) => runner.query(text, [...values]);
  try {
    await runner.query('set max_parallel_workers_per_gather = 3');
    await runner.startTransaction();
    expect(await workers(ask)).toBe('3');
    expect(await workers(probing(ask))).toBe('0');
    expect(await workers(ask)).toBe('3');
    await runner.commitTransaction();
  } finally {
    await runner.query('reset max_parallel_workers_per_gather');
    await runner.release();
  }
});
