/** What is kept of one person, wherever it is: shown to them, and erased. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit, type AuditedAct } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { type Person, PersonalDataHolders } from '../access/personal-data.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { type SubjectSegmentRow, SubjectStays } from '../members/subject-stays.repository.js';
import { described, given } from '../rule-language/to-sql/subjects.js';
import { RuleReader } from '../segments/rule-reader.js';
import { ErasureBusyError, SubjectNotFoundError } from './personal-data.errors.js';

/** Everything, by what holds it. */
export interface PersonalDataView {
  readonly subject: string;
  readonly id: string;
  readonly data: Readonly<Record<string, readonly unknown[]>>;
}

/** How many records each holder had. */
export interface Erased {
  readonly subject: string;
  readonly id: string;
  readonly erased: Readonly<Record<string, number>>;
}

@Injectable()
export class PersonalData {
  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly stays: SubjectStays,
    private readonly rules: RuleReader,
    private readonly database: TenantDatabase,
    private readonly audit: Audit,
  ) {}

  /** @throws UnknownSubjectError; SubjectNotFoundError where there is no record of them and nothing is kept */
  async show(actor: Actor, subject: string, id: string, from?: string): Promise<PersonalDataView> {
    const person = await this.person(actor, subject, id);
    return this.database.within(actor.tenant, async (running) => {
      const data: Record<string, readonly unknown[]> = {};
      for (const holder of this.holders.all) data[holder.holds] = await holder.show(person, running);
      const kept = Object.values(data).some((records) => records.length > 0);
      if (!kept && !(await this.isThere(person, running))) throw new SubjectNotFoundError(subject, id);
      await this.record(actor, { action: 'personal-data.exported', person, from, details: {} }, running);
      return { subject, id, data };
    });
  }

  /**
   * Erases the person everywhere at once, the host's record last. Addresses that they did not want to be written to stay
   * suppressed.
   * @throws UnknownSubjectError; SubjectNotFoundError, also the second time; ErasureBusyError, and nothing is erased
   */
  async erase(actor: Actor, subject: string, id: string, from?: string): Promise<Erased> {
    const person = await this.person(actor, subject, id);
    return this.database.within(actor.tenant, async (running) => {
      await this.holdWriters(person, running);
      const there = await this.isThere(person, running);
      const erased: Record<string, number> = {};
      for (const holder of this.holders.all)
        erased[holder.holds] = await holder.forget(actor, person, running);
      // Then nothing is forgotten of others either.
      if (!there && Object.values(erased).every((count) => count === 0))
        throw new SubjectNotFoundError(subject, id);
      const erasure = { action: 'personal-data.erased', person, from, details: erased };
      await this.record(actor, erasure, running);
      return { subject, id, erased };
    });
  }

  /** Every segment that they are or were in. @throws UnknownSubjectError, SubjectNotFoundError */
  async segments(
    actor: Actor,
    subject: string,
    id: string,
    { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<SubjectSegmentRow>> {
    const person = await this.person(actor, subject, id);
    const [rows, total] = await Promise.all([
      this.stays.segments(person, limit + 1, cursor),
      this.stays.count(person),
    ]);
    if (total === 0 && !(await this.isThere(person))) throw new SubjectNotFoundError(subject, id);
    const items = rows.slice(0, limit);
    return { items, total, next_cursor: rows.length > limit ? (items.at(-1)?.segment_id ?? null) : null };
  }

  private async person({ tenant }: Actor, name: string, id: string): Promise<Person> {
    const subject = this.rules.subject(name);
    if (!isKeyOf(subject, id)) throw new SubjectNotFoundError(name, id);
    return { ...(await this.rules.target(tenant, subject, Temporal.Now.instant())), id };
  }

  /** Whether the host has a record of them. */
  private async isThere(person: Person, running?: EntityManager): Promise<boolean> {
    const { text, values } = described(person, given(person, [person.id]));
    return (await this.database.query<unknown[]>(person.tenant, text, values, running)).length > 0;
  }

  private async holdWriters(person: Person, running: EntityManager): Promise<void> {
    try {
      await this.stays.holdWriters(person, running);
    } catch (cause) {
      const isBusy = cause instanceof QueryFailedError && cause.driverError.code === '55P03';
      throw isBusy ? new ErasureBusyError({ cause }) : cause;
    }
  }

  private record(
    actor: Actor,
    { person: { subject, id }, ...act }: Omit<AuditedAct, 'target'> & { readonly person: Person },
    running: EntityManager,
  ): Promise<void> {
    return this.audit.record(actor, { ...act, target: { type: subject.name, person: id } }, running);
  }
}
