/**
 * What people are called in the audit: keyed hashes of their ids (HMAC-SHA-256). Whoever knows an id finds what was done to
 * its person; nobody learns an id from the audit, also not of somebody who was erased.
 */

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';

/** The port through which the root module hands in the host's secret. */
export abstract class AuditSecret {
  /** Always the same: with another one, earlier entries of a person are not found any more. */
  abstract readonly secret: string | undefined;
}

@Injectable()
export class PersonHash {
  constructor(@Inject(AuditSecret) private readonly port: AuditSecret) {}

  /** Each tenant has a key of its own. Undefined without a secret: then ids could be guessed one after the other. */
  of(tenant: string, id: string): string | undefined {
    const { secret } = this.port;
    if (secret === undefined) return undefined;
    const key = createHmac('sha256', secret)
      .update(JSON.stringify([tenant, 'audit']))
      .digest();
    return createHmac('sha256', key).update(id).digest('base64url');
  }
}
