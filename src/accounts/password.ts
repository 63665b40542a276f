/** Keeps passwords and keys so that neither a memory dump nor the time an answer takes gives them away. */

import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** About 60 ms on one core: dear for someone who tries many, unnoticed by someone who signs in. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

export interface PasswordHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(normal(password), salt, 32, cost) };
}

export async function matchesPassword(password: string, { salt, hash }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(normal(password), salt, 32, cost), hash);
}

/** The same password from keyboards that compose an umlaut differently. */
const normal = (password: string): string => password.normalize('NFKC');

/** Keys are random and long, so one round is enough; equal lengths let them be compared in constant time. */
export const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

export const sameDigest = (one: Buffer, other: Buffer): boolean => timingSafeEqual(one, other);

/** Whether a secret that should be random, and as long as 32 bytes, can be none. */
export const isWeak = (secret: string): boolean => Buffer.byteLength(secret) < 32 || new Set(secret).size < 8;
