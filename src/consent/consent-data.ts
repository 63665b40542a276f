/** Consents as personal data. Where somebody said no, their address stays suppressed: as a keyed hash, which leads nowhere. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { type Person, PersonalDataHolder } from '../access/personal-data.js';
import { keyOf } from '../rule-language/field.js';
import { type Addressee, Addressees } from './addressees.js';
import { ConsentsRepository } from './consents.repository.js';
import { Consents } from './consents.service.js';

@Injectable()
export class ConsentData extends PersonalDataHolder {
  override readonly holds = 'consents';

  constructor(
    private readonly addressees: Addressees,
    private readonly consents: Consents,
    private readonly repository: ConsentsRepository,
  ) {
    super();
  }

  override show(person: Person, running: EntityManager): Promise<readonly unknown[]> {
    return this.repository.list(person.tenant, withoutAddresses(person), running);
  }

  override async forget(actor: Actor, person: Person, running: EntityManager): Promise<number> {
    const there = (await this.repository.list(person.tenant, withoutAddresses(person), running)).length;
    const addressee = (await this.addressees.of(person, running)) ?? withoutAddresses(person);
    await this.consents.forget(actor, addressee, running);
    return there;
  }
}

/** Whose record is gone has no address to keep suppressed. */
const withoutAddresses = ({ subject, id }: Person): Addressee => ({
  kind: { name: subject.name, keyType: keyOf(subject).type },
  id,
  addresses: {},
});
