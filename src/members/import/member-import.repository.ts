/** The SQL of member imports: the lines of a file, and whom each of them means. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import { keyOf } from '../../rule-language/field.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { keyType, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import { known } from '../../rule-language/to-sql/subjects.js';
import { run } from '../run-sql.js';
import type { Matching } from './match-column.js';

export interface NamedLine {
  readonly line: number;
  readonly said: string;
}

/** A line that adds nobody; `first` is the line that named the same people before, null where nobody is meant. */
export interface IdleLine extends NamedLine {
  readonly first: number | null;
}

/** Lines in one statement. */
const batch = 20_000;

@Injectable()
export class MemberImportRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  /** Makes the temporary table `import_matches`: for each line whoever it means, or nobody. */
  async match(
    runner: QueryRunner,
    target: Target,
    matching: Matching,
    lines: readonly NamedLine[],
  ): Promise<void> {
    await runner.query('create temporary table import_lines (line integer, said text) on commit drop');
    for (let from = 0; from < lines.length; from += batch) {
      const some = lines.slice(from, from + batch);
      await runner.query('insert into import_lines select * from unnest($1::integer[], $2::text[])', [
        some.map(({ line }) => line),
        some.map(({ said }) => said),
      ]);
    }
    await runner.query('analyze import_lines; grant select on import_lines to public');
    await this.database.become(runner, 'evaluation');
    await run(
      runner,
      sql`create temporary table import_matches on commit drop as
        select l.line, l.said, k.id from import_lines l left join (${known(target)}) k on ${meant[matching](target)}`,
    );
    await runner.query('grant select on import_matches to public');
    await this.database.become(runner, 'request');
  }

  /** Everyone who is meant: a query of ids. */
  matched(): Sql {
    return sql`select distinct id from import_matches where id is not null`;
  }

  async countMatched(runner: QueryRunner): Promise<number> {
    const [row]: { count: number }[] = await runner.query(
      'select count(distinct id)::integer as count from import_matches',
    );
    return row?.count ?? 0;
  }

  /** Lines that mean nobody, and lines whose people were all named before; by line. */
  idle(runner: QueryRunner): Promise<IdleLine[]> {
    return runner.query(
      `with named as (select id, min(line) as first from import_matches where id is not null group by id)
       select m.line, m.said, min(n.first) as first from import_matches m left join named n using (id)
       group by m.line, m.said having coalesce(bool_and(n.first < m.line), true) order by m.line`,
    );
  }
}

/** `k` is somebody, `l` a line. */
const meant: Readonly<Record<Matching, (target: Target) => Sql>> = {
  member_id: ({ subject }) => sql`k.id = l.said::${keyType(keyOf(subject).type)}`,
  external_id: () => sql`k.external_id = l.said`,
  email: () => sql`k.email = lower(l.said collate "und-x-icu")`,
};
