/**
 * Slows down whoever tries keys. Failures are counted in PostgreSQL, by network; a network that has used up its attempts
 * is remembered here, so that a good key costs nothing, and each further attempt nothing but the refusal.
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

  /** Seconds to wait before a key from this address is looked at, or 0. */
  wait(address: string): number {
    const until = this.refused.get(networkOf(address)) ?? 0;
    return Math.max(0, Math.ceil((until - Date.now()) / 1000));
  }

  async failed(address: string, key: string): Promise<void> {
    const network = networkOf(address);
    const attempt = keyOf(`${network}\n${key}`);
    if ((this.counted.get(attempt) ?? 0) > Date.now()) return;
    remember(this.counted, attempt, quarterOfAnHour);
    const wait = await consume(this.byNetwork, keyOf(network));
    if (wait > 0) remember(this.refused, network, wait);
  }
}

/** Bounded: the oldest make room. */
function remember(times: Map<string, number>, name: string, seconds: number): void {
  times.delete(name);
  times.set(name, Date.now() + seconds * 1000);
  const [oldest] = times.keys();
  if (times.size > mostRemembered && oldest !== undefined) times.delete(oldest);
}
