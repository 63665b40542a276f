/** What has to change for somebody in many segments, in one statement: what several rules measure is reckoned once. */

import { Injectable } from '@nestjs/common';
import { QueryFailedError, type QueryRunner } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import type { Found } from '../../members/differences.repository.js';
import { run } from '../../members/run-sql.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { differencesOf } from './fused-differences.sql.js';
import type { Kept } from './kept-segments.service.js';

/** In which segments to look at whom. */
export interface Look {
  readonly kept: readonly Kept[];
  readonly ids: readonly string[];
}

export interface Differing {
  readonly found: readonly Found[];
  /** Ids of segments whose rule the database could not answer. */
  readonly failed: readonly string[];
}

/** Rules in one statement. */
const together = 200;

interface Row {
  readonly place: number;
  readonly subject: string;
  readonly joins: boolean;
}

@Injectable()
export class FusedDifferences {
  constructor(private readonly database: TenantDatabase) {}

  /** Looked at in the role that evaluates; a rule that fails keeps no other from its answer. */
  async find(runner: QueryRunner, target: Target, looks: readonly Look[]): Promise<Differing> {
    const found: Found[] = [];
    const failed: string[] = [];
    await this.database.become(runner, 'evaluation');
    for (const { kept, ids } of looks)
      for (let from = 0; from < kept.length; from += together) {
        const some = await this.look(runner, target, { kept: kept.slice(from, from + together), ids });
        found.push(...some.found);
        failed.push(...some.failed);
      }
    await this.database.become(runner, 'request');
    return { found, failed };
  }

  /** Where the statement fails by one of its rules, each half of them by itself, down to that one. */
  private async look(runner: QueryRunner, target: Target, { kept, ids }: Look): Promise<Differing> {
    const segments = kept.map(({ segment: { id } }) => id);
    await runner.query('savepoint look');
    try {
      const rows = await run<Row[]>(runner, differencesOf(kept, target, ids));
      await runner.query('release savepoint look');
      const found = rows.map(({ place, ...row }) => ({ ...row, segment: segments[place] ?? '' }));
      return { found, failed: [] };
    } catch (error) {
      if (!isOfRule(error)) throw error;
    }
    await runner.query('rollback to savepoint look');
    if (kept.length === 1) return { found: [], failed: segments };
    const half = Math.ceil(kept.length / 2);
    const first = await this.look(runner, target, { kept: kept.slice(0, half), ids });
    const second = await this.look(runner, target, { kept: kept.slice(half), ids });
    return { found: [...first.found, ...second.found], failed: [...first.failed, ...second.failed] };
  }
}

/** Values that it stumbles over, columns that are gone, time that is up: by the classes of PostgreSQL's errors. */
const isOfRule = (error: unknown): boolean =>
  error instanceof QueryFailedError && /^(21|22|42|54|57014)/.test(String(error.driverError.code));
