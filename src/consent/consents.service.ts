/** What people have agreed to, channel by channel. It lives outside their record, and outlives it where they said no. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import { type Addressee, Addressees } from './addressees.js';
import { type Channel, channels } from './channels.js';
import { AddresseeNotFoundError, ChannelUnknownError, ConsentFromFutureError } from './consent.errors.js';
import { type ConsentRow, ConsentsRepository, type GivenConsent } from './consents.repository.js';
import type { Obstacle } from './reachability.js';
import { type SuppressionRow, SuppressionsRepository } from './suppressions.repository.js';

export interface ChannelConsent extends ConsentRow {
  /** Why they may not be contacted; null where they may. */
  readonly obstacle: Obstacle | null;
  /** Of the address they have now. */
  readonly suppression: SuppressionRow | null;
}

export interface ConsentView {
  readonly subject: string;
  readonly id: string;
  readonly channels: readonly ChannelConsent[];
}

@Injectable()
export class Consents {
  constructor(
    private readonly addressees: Addressees,
    private readonly repository: ConsentsRepository,
    private readonly suppressions: SuppressionsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws AddresseeNotFoundError, UnknownSubjectError, ConsentSecretMissingError */
  async read(actor: Actor, subject: string, id: string): Promise<ConsentView> {
    return this.view(actor.tenant, await this.addressee(actor.tenant, subject, id));
  }

  /**
   * Records what somebody said. An older word than the one that is known changes nothing.
   * @throws AddresseeNotFoundError, UnknownSubjectError, ChannelUnknownError, ConsentFromFutureError
   */
  async record(actor: Actor, subject: string, id: string, consent: GivenConsent): Promise<ConsentView> {
    const addressee = await this.addressee(actor.tenant, subject, id);
    if (!(consent.channel in addressee.addresses)) throw new ChannelUnknownError(consent.channel, subject);
    if (consent.at.getTime() > Date.now()) throw new ConsentFromFutureError();
    const { channel, opted_in } = consent;
    const target = { type: subject, person: addressee.id };
    const act = { action: 'consent.recorded', target, details: { channel, opted_in } };
    await this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.record(manager, addressee, { ...consent, tenant: actor.tenant, by: actor.name });
      await this.audit.record(actor, act, manager);
    });
    return this.view(actor.tenant, addressee);
  }

  /**
   * For erasure: nothing is left that leads to the person, and the addresses they did not want to be written to stay
   * suppressed, should anybody bring them in again.
   */
  async forget(actor: Actor, addressee: Addressee, running?: EntityManager): Promise<void> {
    const { tenant, name: by } = actor;
    for (const { channel, opted_in } of await this.repository.list(tenant, addressee, running)) {
      const address = addressee.addresses[channel];
      if (opted_in === false && address)
        await this.suppressions.add(tenant, { channel, address, reason: 'erased', by }, running);
    }
    await this.repository.remove(tenant, addressee, running);
  }

  /** @throws AddresseeNotFoundError, also for another tenant's; UnknownSubjectError */
  private async addressee(tenant: string, subject: string, id: string): Promise<Addressee> {
    const found = await this.addressees.find(tenant, subject, id);
    if (!found) throw new AddresseeNotFoundError(subject, id);
    return found;
  }

  private async view(tenant: string, addressee: Addressee): Promise<ConsentView> {
    const rows = await this.repository.list(tenant, addressee);
    const theirs = channels.filter((channel) => channel in addressee.addresses);
    const shown = theirs.map(async (channel) => {
      const given = rows.find((row) => row.channel === channel) ?? { channel, ...neverAsked };
      return { ...given, ...(await this.standing(tenant, addressee, channel)) };
    });
    return { subject: addressee.kind.name, id: addressee.id, channels: await Promise.all(shown) };
  }

  private async standing(tenant: string, addressee: Addressee, channel: Channel) {
    const address = addressee.addresses[channel];
    return {
      obstacle: await this.repository.obstacle(tenant, addressee, channel),
      suppression: address ? ((await this.suppressions.find(tenant, channel, address)) ?? null) : null,
    };
  }
}

const neverAsked = { opted_in: null, source: null, at: null, recorded_by: null };
