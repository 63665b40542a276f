/** Slows down whoever tries passwords, in PostgreSQL so that all replicas count together. */

import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { digest } from './password.js';

const minute = 60;

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

const limiter = (database: DataSource, keyPrefix: string, points: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: database,
    storeType: 'typeorm',
    schemaName: 'segmentation',
    tableName: 'login_attempt',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix,
    points,
    duration: 15 * minute,
  });

async function consume(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** Hashed: the table says nothing about who tried. */
const keyOf = (text: string): string => digest(text).toString('base64url');

/** One household has billions of IPv6 addresses and one /64. */
const networkOf = (address: string): string => {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups.slice(0, 4).join(':');
};
