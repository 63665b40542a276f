/** Forgets requests that are too old to count, every hour; every replica may. */

import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { IdempotencyRepository } from './idempotency.repository.js';

const hour = 60 * 60 * 1000;

@Injectable()
export class IdempotencyRetention implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('nest-segments');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly requests: IdempotencyRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.forget(), hour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The next hour tries again. */
  private async forget(): Promise<void> {
    try {
      await this.requests.forgetOld();
    } catch (error) {
      this.logger.warn(`Old idempotency keys were not forgotten: ${String(error)}`);
    }
  }
}
