/** Counts attempts in PostgreSQL, so that all replicas count together; neither addresses nor accounts in the clear. */

import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { digest } from './password.js';

/** In seconds: so long an attempt counts. */
export const quarterOfAnHour = 15 * 60;

/** @param keyPrefix what is counted; @param points how many attempts there are in a quarter of an hour */
export const limiter = (database: DataSource, keyPrefix: string, points: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: database,
    storeType: 'typeorm',
    schemaName: 'segmentation',
    tableName: 'login_attempt',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix,
    points,
    duration: quarterOfAnHour,
  });

/** Counts one more. Seconds to wait, or 0. */
export async function consume(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** Hashed: the table says nothing about who tried. */
export const keyOf = (text: string): string => digest(text).toString('base64url');

/** One household has billions of IPv6 addresses and one /64. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups.slice(0, 4).join(':');
};
