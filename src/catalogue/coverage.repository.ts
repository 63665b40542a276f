/** The SQL of coverage: counts of values, each given up where it takes too long. */

import { Injectable } from '@nestjs/common';
import { attempted } from '../access/attempt.js';
import { type Opening, TenantDatabase } from '../access/tenant-database.js';
import type { RecordType } from '../rule-language/field.js';
import { type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';

/** `records`, and `f0`, `f1` … */
export type Counts = Readonly<Record<string, number>>;

export interface Counting {
  /** Undefined where time was up. */
  count(statement: Sql, milliseconds: number): Promise<Counts | undefined>;
  /** Of a table that can be sampled; undefined of a view, and where time was up. */
  pages(record: RecordType, milliseconds: number): Promise<number | undefined>;
}

const opening: Opening = { as: 'evaluation', settings: { transaction_read_only: 'on', jit: 'off' } };

@Injectable()
export class CoverageRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** On one connection, one count after the other. */
  counting<Result>(tenant: string, work: (counting: Counting) => Promise<Result>): Promise<Result> {
    return this.database.within(
      tenant,
      (manager) =>
        work({
          count: async ({ text, values }, milliseconds) => {
            const ask = () => manager.query<Counts[]>(text, values);
            return (await attempted(manager, ask, milliseconds))?.[0];
          },
          pages: async ({ table }, milliseconds) => {
            const { text, values } = sql`
              select pg_relation_size(oid)::float8 / current_setting('block_size')::integer as pages from pg_class
              where oid = to_regclass(${tableName(table).text}::text) and relkind in ('r', 'm')`;
            // It waits for whoever alters the table.
            const ask = () => manager.query<{ pages: number }[]>(text, values);
            return (await attempted(manager, ask, milliseconds))?.[0]?.pages;
          },
        }),
      opening,
    );
  }
}
