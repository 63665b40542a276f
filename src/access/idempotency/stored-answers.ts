/** Answers that are kept for repeated requests, as personal data: nobody knows whom they speak of. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { type Person, PersonalDataHolder } from '../personal-data.js';
import { IdempotencyRepository } from './idempotency.repository.js';

@Injectable()
export class StoredAnswers extends PersonalDataHolder {
  override readonly holds = 'stored_answers';

  constructor(private readonly requests: IdempotencyRepository) {
    super();
  }

  /** Copies of what was answered, for a day at most: whatever is in them is shown where it is kept. */
  override async show(): Promise<readonly unknown[]> {
    return [];
  }

  /** All of the tenant's, so none of the person's own to count. */
  override async forget(_actor: Actor, { tenant }: Person, running: EntityManager): Promise<number> {
    await this.requests.forgetBodies(running, tenant);
    return 0;
  }
}
