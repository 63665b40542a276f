/** Values of custom fields as personal data. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { type Person, PersonalDataHolder } from '../access/personal-data.js';
import { keyOf } from '../rule-language/field.js';
import { ValuesRepository } from './values.repository.js';

@Injectable()
export class ValuesData extends PersonalDataHolder {
  override readonly holds = 'custom_fields';

  constructor(private readonly values: ValuesRepository) {
    super();
  }

  override show({ tenant, subject, id }: Person, running: EntityManager): Promise<readonly unknown[]> {
    return this.values.named(running, tenant, { name: subject.name, keyType: keyOf(subject).type }, id);
  }

  override async forget(
    _actor: Actor,
    { tenant, subject, id }: Person,
    running: EntityManager,
  ): Promise<number> {
    await this.values.lockRecord(running, tenant, subject.name, id);
    return this.values.forget(running, tenant, { name: subject.name, keyType: keyOf(subject).type }, id);
  }
}
