/** The incremental refresh: a batch of those of whom something has changed, through all segments that are kept by that. */

import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import { batchBounds } from '../../audience/evaluation.js';
import { EngineClock } from '../../segments/engine-clock.js';
import { RuleReader } from '../../segments/rule-reader.js';
import { Batch, type Consumed } from './batch.service.js';

/** Times that a batch is tried which others get in the way of. */
const attempts = 5;

@Injectable()
export class IncrementalRefresh {
  constructor(
    private readonly database: TenantDatabase,
    private readonly rules: RuleReader,
    private readonly batch: Batch,
    private readonly clock: EngineClock,
  ) {}

  /**
   * Takes up to so many subjects whose dirt waits, and brings their memberships up to date, in one transaction; any number of
   * processes may do so at a time.
   * @param subject the name of a kind of subject
   * @throws UnknownSubjectError, and what the database does where others are in the way for good: nothing has changed then
   */
  async consume(tenant: string, subject: string, { limit }: { readonly limit: number }): Promise<Consumed> {
    const declared = this.rules.subject(subject);
    const target = await this.rules.target(tenant, declared, await this.clock.now());
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.within(tenant, (manager) => this.batch.carryOut(manager, target, limit), {
          // Each statement sees what was committed before it: those that look at somebody come after the dirt is taken.
          isolation: 'READ COMMITTED',
          settings: batchBounds,
        });
      } catch (error) {
        if (attempt === attempts || !isInTheWay(error)) throw error;
      }
    }
  }
}

/** A deadlock, which the database ends by failing one of those who make it, or a serialization failure. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof QueryFailedError && ['40P01', '40001'].includes(error.driverError.code);
