/** Slows down whoever tries passwords, in PostgreSQL so that all replicas count together. */

import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, keyOf, limiter, networkOf } from './attempts.js';

/** How often one address may try in a quarter of an hour, and how often one account may be tried from anywhere. */
export const attemptsOfAddress = 10;
export const attemptsOnAccount = 50;

@Injectable()
export class LoginThrottle {
  private readonly byAddress: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;

  constructor(database: DataSource) {
    this.byAddress = limiter(database, 'address', attemptsOfAddress);
    this.byAccount = limiter(database, 'account', attemptsOnAccount);
  }

  /** Counts before the password is looked at, so that attempts at the same moment count too. Seconds to wait, or 0. */
  async attempt(address: string, email: string): Promise<number> {
    const waits = await Promise.all([
      consume(this.byAddress, keyOf(networkOf(address))),
      consume(this.byAccount, keyOf(email.trim().toLowerCase())),
    ]);
    return Math.max(...waits);
  }

  async succeeded(address: string, email: string): Promise<void> {
    await this.byAddress.delete(keyOf(networkOf(address)));
    await this.byAccount.delete(keyOf(email.trim().toLowerCase()));
  }
}
