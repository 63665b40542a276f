/** Runs fragments of SQL on a connection in the middle of a transaction. */

import type { EntityManager, QueryRunner } from 'typeorm';
import type { Sql } from '../rule-language/to-sql/sql.js';

/** The connection of a transaction. */
export function runnerOf({ queryRunner }: EntityManager): QueryRunner {
  if (!queryRunner) throw new Error('Members are written in a transaction.');
  return queryRunner;
}

export const run = <Rows = unknown>(runner: QueryRunner, statement: Sql): Promise<Rows> =>
  runner.query(statement.text, statement.values) as Promise<Rows>;

/** @returns how many rows it wrote */
export async function affected(runner: QueryRunner, statement: Sql): Promise<number> {
  const result = await runner.query(statement.text, statement.values, true);
  return result.affected ?? 0;
}
