/** Memberships, and people chosen by hand, as personal data. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { type Person, PersonalDataHolder } from '../access/personal-data.js';
import { SubjectStays } from './subject-stays.repository.js';

@Injectable()
export class MembershipData extends PersonalDataHolder {
  override readonly holds = 'memberships';

  constructor(private readonly stays: SubjectStays) {
    super();
  }

  override async show(person: Person, running: EntityManager): Promise<readonly unknown[]> {
    return [...(await this.stays.stays(person, running)), ...(await this.stays.pins(person, running))];
  }

  override forget(_actor: Actor, person: Person, running: EntityManager): Promise<number> {
    return this.stays.remove(person, running);
  }
}
