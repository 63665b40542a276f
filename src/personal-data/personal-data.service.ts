/** What is kept of one person, wherever it is: shown to them, and erased. */

import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { type Person, PersonalDataHolders } from '../access/personal-data.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { type SubjectSegmentRow, SubjectStays } from '../members/subject-stays.repository.js';
import { described, given } from '../rule-language/to-sql/compile.js';
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
    const person = this.person(actor, subject, id);
    const data = await this.database.within(actor.tenant, async (running) => {
      const shown: Record<string, readonly unknown[]> = {};
      for (const holder of this.holders.all) shown[holder.holds] = await holder.show(person, running);
      return shown;
    });
    const kept = Object.values(data).some((records) => records.length > 0);
    if (!kept && !(await this.isThere(person))) throw new SubjectNotFoundError(subject, id);
    await this.record(actor, 'personal-data.exported', person, from, {});
    return { subject, id, data };
  }

  /**
   * Erases the person everywhere at once, the host's record last. Addresses that they did not want to be written to stay
   * suppressed.
   * @throws UnknownSubjectError; SubjectNotFoundError, also the second time; ErasureBusyError, and nothing is erased
   */
  async erase(actor: Actor, subject: string, id: string, from?: string): Promise<Erased> {
    const person = this.person(actor, subject, id);
    const there = await this.isThere(person);
    const erased = await this.database.within(actor.tenant, async (running) => {
      await this.holdWriters(person, running);
      const counts: Record<string, number> = {};
      for (const holder of this.holders.all)
        counts[holder.holds] = await holder.forget(actor, person, running);
      return counts;
    });
    if (!there && Object.values(erased).every((count) => count === 0))
      throw new SubjectNotFoundError(subject, id);
    await this.record(actor, 'personal-data.erased', person, from, erased);
    return { subject, id, erased };
  }

  /** Every segment that they are or were in. @throws UnknownSubjectError, SubjectNotFoundError */
  async segments(
    actor: Actor,
    subject: string,
    id: string,
    { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<SubjectSegmentRow>> {
    const person = this.person(actor, subject, id);
    const [rows, total] = await Promise.all([
      this.stays.segments(person, limit + 1, cursor),
      this.stays.count(person),
    ]);
    if (total === 0 && !(await this.isThere(person))) throw new SubjectNotFoundError(subject, id);
    const items = rows.slice(0, limit);
    return { items, total, next_cursor: rows.length > limit ? (items.at(-1)?.segment_id ?? null) : null };
  }

  private person({ tenant }: Actor, name: string, id: string): Person {
    const subject = this.rules.subject(name);
    if (!isKeyOf(subject, id)) throw new SubjectNotFoundError(name, id);
    return { tenant, subject, id };
  }

  /** Whether the host has a record of them. */
  private async isThere({ tenant, subject, id }: Person): Promise<boolean> {
    const target = await this.rules.target(tenant, subject, Temporal.Now.instant());
    const { text, values } = described(target, given(target, [id]));
    return (await this.database.query<unknown[]>(tenant, text, values)).length > 0;
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
    action: string,
    { subject, id }: Person,
    from: string | undefined,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(actor, { action, target: { type: subject.name, id }, from, details });
  }
}
