/** The people that consents are about, as the catalogue knows them: who there is, and under which address. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { type Addressee, Addressees } from '../consent/addressees.js';
import { type Channel, channelDefinitions, channels } from '../consent/channels.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { addressed, described, given, type Target } from '../rule-language/to-sql/compile.js';
import { RuleReader } from '../segments/rule-reader.js';

@Injectable()
export class CatalogueAddressees extends Addressees {
  constructor(
    private readonly rules: RuleReader,
    private readonly database: TenantDatabase,
  ) {
    super();
  }

  override async find(tenant: string, name: string, id: string): Promise<Addressee | undefined> {
    const subject = this.rules.subject(name);
    if (!isKeyOf(subject, id)) return undefined;
    const target = await this.rules.target(tenant, subject, Temporal.Now.instant());
    if (!(await this.exists(target, id))) return undefined;
    const addresses: Partial<Record<Channel, string | null>> = {};
    for (const [channel, field] of addressFields(subject))
      addresses[channel] = await this.address(target, id, field);
    return { kind: { name, keyType: keyOf(subject).type }, id, addresses };
  }

  private async exists(target: Target, id: string): Promise<boolean> {
    const { text, values } = described(target, given(target, [id]));
    return (await this.database.query<unknown[]>(target.tenant, text, values)).length > 0;
  }

  private async address(target: Target, id: string, field: string): Promise<string | null> {
    const { text, values } = addressed(target, given(target, [id]), field);
    const [row] = await this.database.query<{ address: string | null }[]>(target.tenant, text, values);
    return row?.address ?? null;
  }
}

/** The channels by which a subject can be reached, and the field that holds the address for each. */
export const addressFields = ({ roles = {} }: Subject): [Channel, string][] =>
  channels.flatMap((channel) => {
    const field = roles[channelDefinitions[channel].address];
    return field === undefined ? [] : [[channel, field] as [Channel, string]];
  });
