/** The people that consents are about, as the catalogue knows them: who there is, and under which address. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Person } from '../access/personal-data.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { type Addressee, Addressees } from '../consent/addressees.js';
import { type Channel, channelDefinitions, channels } from '../consent/channels.js';
import { keyOf, type RecordType, type Subject } from '../rule-language/field.js';
import type { Sql } from '../rule-language/to-sql/sql.js';
import { addressed, described, given } from '../rule-language/to-sql/subjects.js';
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
    return this.addressee({ ...(await this.rules.target(tenant, subject, Temporal.Now.instant())), id });
  }

  override of(person: Person, running?: EntityManager): Promise<Addressee | undefined> {
    return this.addressee(withDeleted(person), running);
  }

  private async addressee(person: Person, running?: EntityManager): Promise<Addressee | undefined> {
    const { subject, id } = person;
    if (!(await this.isThere(person, running))) return undefined;
    const addresses: Partial<Record<Channel, string | null>> = {};
    for (const [channel, field] of addressFields(subject))
      addresses[channel] = await this.address(person, field, running);
    return { kind: { name: subject.name, keyType: keyOf(subject).type }, id, addresses };
  }

  private async isThere(person: Person, running: EntityManager | undefined): Promise<boolean> {
    const found = await this.ask<unknown>(person, described(person, given(person, [person.id])), running);
    return found.length > 0;
  }

  private async address(
    person: Person,
    field: string,
    running: EntityManager | undefined,
  ): Promise<string | null> {
    const statement = addressed(person, given(person, [person.id]), field);
    const [row] = await this.ask<{ address: string | null }>(person, statement, running);
    return row?.address ?? null;
  }

  private ask<Row>(
    { tenant }: Person,
    { text, values }: Sql,
    running: EntityManager | undefined,
  ): Promise<Row[]> {
    return this.database.query(tenant, text, values, running);
  }
}

/** The person as their tables have them, also where rows are deleted softly: those still say where they were reached. */
function withDeleted(person: Person): Person {
  const { subject, vocabulary } = person;
  const records = [...vocabulary.records].map(([name, record]) => [name, unfiltered(record)] as const);
  return {
    ...person,
    subject: { ...subject, record: unfiltered(subject.record) },
    vocabulary: { ...vocabulary, records: new Map(records) },
  };
}

function unfiltered(record: RecordType): RecordType {
  const { deletedAt: _, ...kept } = record;
  return kept;
}

/** The channels by which a subject can be reached, and the field that holds the address for each. */
export const addressFields = ({ roles = {} }: Subject): [Channel, string][] =>
  channels.flatMap((channel) => {
    const field = roles[channelDefinitions[channel].address];
    return field === undefined ? [] : [[channel, field] as [Channel, string]];
  });
