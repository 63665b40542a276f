/**
 * Tells whoever tries keys to stop. Failures are counted in PostgreSQL, by network; a network that has used up its
 * attempts is remembered here, so that each further failure costs no counting. Good keys are never held up.
 */

import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { consume, keyOf, limiter, networkOf, quarterOfAnHour } from './attempts.js';

/** How many different wrong keys may come from one network in a quarter of an hour. */
export const wrongKeysOfNetwork = 20;

const mostRemembered = 10_000;

@Injectable()
export class KeyThrottle {
  private readonly byNetwork: RateLimiterPostgres;
  /** Until when, in milliseconds, by network. */
  private readonly refused = new Map<string, number>();
  /** Wrong keys that were counted: a program that keeps sending its old one guesses nothing. */
  private readonly counted = new Map<string, number>();

  constructor(database: DataSource) {
    this.byNetwork = limiter(database, 'key', wrongKeysOfNetwork);
  }

  /** Counts a wrong key. Seconds to wait before the next one, or 0 while there are attempts left. */
  async failed(address: string, key: string): Promise<number> {
    const network = networkOf(address);
    const until = this.refused.get(network) ?? 0;
    if (until > Date.now()) return Math.ceil((until - Date.now()) / 1000);
    const attempt = keyOf(`${network}\n${key}`);
    if ((this.counted.get(attempt) ?? 0) > Date.now()) return 0;
    remember(this.counted, attempt, quarterOfAnHour);
    const wait = await consume(this.byNetwork, keyOf(network));
    if (wait > 0) remember(this.refused, network, wait);
    return wait;
  }
}

/** Bounded: the oldest make room. */
function remember(times: Map<string, number>, name: string, seconds: number): void {
  times.delete(name);
  times.set(name, Date.now() + seconds * 1000);
  const [oldest] = times.keys();
  if (times.size > mostRemembered && oldest !== undefined) times.delete(oldest);
}
