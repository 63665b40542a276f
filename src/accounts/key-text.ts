/**
 * What a stored key looks like: `seg_1a2b3c4d.MQ.…`, which is how it begins, its tenant, and 256 random bits. The tenant
 * is in it so that already the look-up stays within that tenant's rows; who names a foreign one finds nothing there.
 */

import { randomBytes } from 'node:crypto';

export interface KeyParts {
  readonly prefix: string;
  readonly tenant: string;
}

export function makeKey(tenant: string): { readonly key: string; readonly prefix: string } {
  const prefix = `seg_${randomBytes(6).toString('base64url')}`;
  const named = Buffer.from(tenant).toString('base64url');
  return { key: `${prefix}.${named}.${randomBytes(32).toString('base64url')}`, prefix };
}

const shape = /^(?<prefix>seg_[\w-]{8})\.(?<named>[\w-]{1,400})\.[\w-]{43}$/;

/** Undefined for a text that was never made here. */
export function partsOf(key: string): KeyParts | undefined {
  const { prefix, named = '' } = shape.exec(key)?.groups ?? {};
  const tenant = Buffer.from(named, 'base64url').toString();
  const isText = Buffer.from(tenant).toString('base64url') === named && !tenant.includes('\0');
  return prefix && tenant && isText ? { prefix, tenant } : undefined;
}
