/** Who may be contacted, and why others may not: set-based, for any number of people at once. */

import { Injectable } from '@nestjs/common';
import { or, raw, type Sql, sql, tableName, text } from '../rule-language/to-sql/sql.js';
import { AddressHash } from './address-hash.js';
import { type Channel, channelDefinitions } from './channels.js';
import { consentsOf } from './consents.sql.js';

/** In this order: the first that applies is the one that is told. */
export const obstacles = ['no_address', 'no_consent', 'suppressed'] as const;
export type Obstacle = (typeof obstacles)[number];

/** Of whom it is asked, and how they are to be contacted. */
export interface Contact {
  readonly tenant: string;
  readonly subject: string;
  readonly channel: Channel;
  /** A query with the columns `id`, the subject's key, and `address`, a text that may be null. */
  readonly people: Sql;
}

/** Whose an address is: an expression of SQL of the subject's key type. */
export interface Owner {
  readonly subject: string;
  readonly id: Sql;
}

@Injectable()
export class Reachability {
  constructor(private readonly hash: AddressHash) {}

  /**
   * A query with the columns `id` and `obstacle`, null for those who may be contacted.
   * @throws ConsentSecretMissingError
   */
  obstacles({ tenant, subject, channel, people }: Contact): Sql {
    const { normalised } = channelDefinitions[channel];
    // Only of those who have consented: hashing is what costs.
    const hash = sql`case when consent.opted_in then ${this.hash.of(sql`to_whom.address`, tenant, channel)} end`;
    return sql`
      select person.id, case
        when to_whom.address is null then 'no_address'
        when consent.opted_in is not true then 'no_consent'
        when suppression.id is not null then 'suppressed' end as obstacle
      from (${people}) person
      cross join lateral (select nullif(${normalised(sql`person.address`)}, '') as address) to_whom
      left join ${tableName(consentsOf(subject))} consent on consent.tenant_id = ${text(tenant)}
        and consent.channel = ${text(channel)} and consent.subject_id = person.id
      left join segmentation.suppressions suppression on suppression.tenant_id = ${text(tenant)}
        and suppression.channel = ${text(channel)} and suppression.address_hash = ${hash}`;
  }

  /**
   * Whether an address is suppressed, or its owner, if that is known, has said no: an expression of SQL. Who was never
   * asked has not refused. Without a secret no address is suppressed.
   * @param address a text that may be null
   */
  refused({
    tenant,
    channel,
    owner,
    address,
  }: Pick<Contact, 'tenant' | 'channel'> & {
    readonly owner: Owner | undefined;
    readonly address: Sql;
  }): Sql {
    const saidNo =
      owner &&
      sql`exists (select from ${tableName(consentsOf(owner.subject))} consent
        where consent.tenant_id = ${text(tenant)} and consent.channel = ${text(channel)}
          and consent.subject_id = ${owner.id} and not consent.opted_in)`;
    const suppressed =
      this.hash.isKeyed &&
      sql`exists (select from segmentation.suppressions suppression
        where suppression.tenant_id = ${text(tenant)} and suppression.channel = ${text(channel)}
          and suppression.address_hash = ${this.hash.of(channelDefinitions[channel].normalised(address), tenant, channel)})`;
    const refusals = [saidNo, suppressed].flatMap((refusal) => (refusal ? [refusal] : []));
    return refusals.length > 0 ? or(refusals) : raw('false');
  }

  /** Those who may be contacted: a query with the one column `id`. @throws ConsentSecretMissingError */
  reachable(contact: Contact): Sql {
    return sql`select id from (${this.obstacles(contact)}) asked where obstacle is null`;
  }
}
