/**
 * Keyed hashes of addresses (HMAC-SHA-256): what is suppressed can be told from an address, and the address from nothing
 * that is stored. Reckoned by the database, so that any number of addresses is compared where they are.
 */

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { type Channel, channelDefinitions } from './channels.js';
import { ConsentSecretMissingError, WeakConsentSecretError } from './consent.errors.js';

/** The port through which the root module hands in the host's secret. */
export abstract class ConsentSecret {
  /** At least 32 random bytes, always the same: with another one, no suppressed address is recognised any more. */
  abstract readonly secret: string | undefined;
}

/** SHA-256 works on blocks of so many bytes. */
const block = 64;

@Injectable()
export class AddressHash {
  private readonly secret: string | undefined;

  /** @throws WeakConsentSecretError */
  constructor(@Inject(ConsentSecret) { secret }: ConsentSecret) {
    if (secret !== undefined && Buffer.byteLength(secret) < 32) throw new WeakConsentSecretError();
    this.secret = secret;
  }

  /** Whether there is a secret: else no address was ever hashed. */
  get isKeyed(): boolean {
    return this.secret !== undefined;
  }

  /**
   * The hash of an address that is written as its channel has it. Each tenant and channel has a key of its own, so that
   * neither shows what another has in common with it, and the secret itself never leaves this process.
   * @throws ConsentSecretMissingError
   */
  of(normalised: Sql, tenant: string, channel: Channel): Sql {
    if (this.secret === undefined) throw new ConsentSecretMissingError();
    const key = createHmac('sha256', this.secret)
      .update(JSON.stringify([tenant, channel]))
      .digest();
    const [inner, outer] = [padded(key, 0x36), padded(key, 0x5c)];
    return sql`sha256(${outer}::bytea || sha256(${inner}::bytea || convert_to(${normalised}, 'UTF8')))`;
  }

  /** Of an address as somebody writes it. */
  ofAddress(address: string, tenant: string, channel: Channel): Sql {
    return this.of(channelDefinitions[channel].normalised(sql`${address}::text`), tenant, channel);
  }
}

/** RFC 2104. */
const padded = (key: Buffer, pad: number): Buffer => {
  const bytes = Buffer.alloc(block, pad);
  key.forEach((byte, index) => {
    bytes[index] = byte ^ pad;
  });
  return bytes;
};
