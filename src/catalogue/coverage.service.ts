/**
 * What part of a tenant's records has a value, field by field. Exact of few records; of many it is that of a sample, and
 * marked as an estimate; of what takes too long to look at, it is not known.
 */

import { Injectable, Logger } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { QueryFailedError } from 'typeorm';
import { isLostDatabase } from '../access/lost-database.js';
import type { Field, RecordType, Vocabulary } from '../rule-language/field.js';
import { isOfRecord, presence } from '../rule-language/to-sql/coverage.js';
import type { Target } from '../rule-language/to-sql/statement.js';
import { type Counting, type Counts, CoverageRepository } from './coverage.repository.js';

/** Of a kind of record. */
export interface Coverage {
  readonly estimated: boolean;
  /** By field, 0 to 1; those that are not known are not there. */
  readonly shares: ReadonlyMap<Field, number>;
}

/** By record type. */
export type Coverages = ReadonlyMap<RecordType, Coverage>;

/** How long it may take, in milliseconds. */
const limits = { whole: 1000, 'one kind of record': 200 };

/** Pages of a table that are looked at: some thousands of records. */
const sampledPages = 100;

/** A sample with fewer of the tenant's records says little of them. */
const fewest = 300;

@Injectable()
export class CoverageOfFields {
  private readonly logger = new Logger(CoverageOfFields.name);

  constructor(private readonly repository: CoverageRepository) {}

  of(tenant: string, vocabulary: Vocabulary): Promise<Coverages> {
    const deadline = Date.now() + limits.whole;
    return this.repository.counting(tenant, async (counting) => {
      const coverages = new Map<RecordType, Coverage>();
      for (const record of vocabulary.records.values()) {
        const target = targetOf(tenant, vocabulary);
        if (!target || Date.now() > deadline) break;
        const coverage = await this.ofRecord(record, target, counting);
        if (coverage) coverages.set(record, coverage);
      }
      return coverages;
    });
  }

  /** A table that is not as it was declared is for `doctor` to tell of: the catalogue stays readable. */
  private async ofRecord(
    record: RecordType,
    target: Target,
    counting: Counting,
  ): Promise<Coverage | undefined> {
    try {
      return await covered(record, target, counting);
    } catch (error) {
      if (!(error instanceof QueryFailedError) || isLostDatabase(error)) throw error;
      this.logger.warn(`The coverage of ${record.name} is not known: ${error.message}`);
      return undefined;
    }
  }
}

async function covered(
  record: RecordType,
  target: Target,
  counting: Counting,
): Promise<Coverage | undefined> {
  const fields = [...record.fields.values()].filter((field) => !field.archived && isOfRecord(field, record));
  const count = (percent?: number) =>
    counting.count(presence(record, fields, target, percent), limits['one kind of record']);
  const pages = (await counting.pages(record, limits['one kind of record'])) ?? 0;
  const sample = pages > sampledPages ? await count((100 * sampledPages) / pages) : undefined;
  if (sample && (sample.records ?? 0) >= fewest) return { estimated: true, shares: sharesOf(fields, sample) };
  const all = await count();
  return all && { estimated: false, shares: sharesOf(fields, all) };
}

/** Of no records, nothing is known. */
function sharesOf(fields: readonly Field[], counts: Counts): ReadonlyMap<Field, number> {
  const { records = 0 } = counts;
  if (records === 0) return new Map();
  return new Map(fields.map((field, index) => [field, (counts[`f${index}`] ?? 0) / records]));
}

/** Whether there is a value hardly depends on when and where. */
function targetOf(tenant: string, vocabulary: Vocabulary): Target | undefined {
  const [subject] = vocabulary.subjects.values();
  const clock = {
    asOf: Temporal.Now.instant(),
    zone: 'UTC',
    weekStart: 'monday',
    leapDay: 'february_28',
  } as const;
  return subject && { subject, vocabulary, tenant, clock };
}
