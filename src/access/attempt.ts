/** Statements that somebody can do without: given up where they take longer than they may. */

import type { EntityManager } from 'typeorm';

/** Undefined where time was up. The snapshot stays: what is undone afterwards is only the shorter time limit. */
export async function attempted<Result>(
  manager: Pick<EntityManager, 'query'>,
  work: () => Promise<Result>,
  milliseconds: number,
): Promise<Result | undefined> {
  await manager.query(
    `savepoint attempt; set local statement_timeout = ${Math.max(1, Math.ceil(milliseconds))}`,
  );
  try {
    return await work();
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    return undefined;
  } finally {
    await manager.query('rollback to savepoint attempt; release savepoint attempt');
  }
}

/** Of a statement that met its time limit or waited too long for a lock; or was cancelled, which its caller knows. */
export const isOutOfTime = (error: unknown): boolean => ['57014', '55P03'].includes(codeOf(error));

function codeOf(error: unknown): string {
  const source = error instanceof Error && 'driverError' in error ? error.driverError : error;
  return source instanceof Error && 'code' in source ? String(source.code) : '';
}
