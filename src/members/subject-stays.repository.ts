/** The SQL of one subject's stays and pins, over all segments. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../access/personal-data.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { keyOf } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { dirtOf } from './dirt.sql.js';
import type { Stay } from './ledger.repository.js';
import { pinsOf } from './pins.sql.js';
import { refreshLock } from './refresh-lock.js';

export interface SubjectStay extends Omit<Stay, 'subject_id'> {
  readonly segment_id: string;
  readonly segment_name: string;
}

/** A segment that the subject is or was in. */
export interface SubjectSegmentRow {
  readonly segment_id: string;
  readonly segment_name: string;
  readonly is_member: boolean;
  /** The latest first. */
  readonly stays: readonly Omit<Stay, 'subject_id'>[];
}

@Injectable()
export class SubjectStays {
  /** How long an erasure waits for whoever is writing members: an interval of PostgreSQL's. */
  patience = '30s';

  constructor(private readonly database: TenantDatabase) {}

  /** By segment, the newest first; those after `cursor`, a segment's id. */
  segments(person: Person, limit: number, cursor: string | undefined): Promise<SubjectSegmentRow[]> {
    const { tenant, id } = person;
    return this.database.query(
      tenant,
      `select st.segment_id, s.name as segment_name, bool_or(st.left_at is null) as is_member,
         jsonb_agg(jsonb_build_object('entered_at', ${utc('st.entered_at')}, 'entered_by', st.entered_by,
           'left_at', ${utc('st.left_at')}, 'left_by', st.left_by, 'cause', st.cause) order by st.entered_at desc) as stays
       from ${stays(person)} st join segmentation.segments s on s.id = st.segment_id and s.tenant_id = st.tenant_id
       where st.tenant_id = $1 and st.subject_id = ${key(person, '$2')} and ($3::uuid is null or st.segment_id < $3::uuid)
       group by st.segment_id, s.name order by st.segment_id desc limit $4`,
      [tenant, id, cursor ?? null, limit],
    );
  }

  async count(person: Person): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      person.tenant,
      `select count(distinct segment_id)::integer as count from ${stays(person)}
       where tenant_id = $1 and subject_id = ${key(person, '$2')}`,
      [person.tenant, person.id],
    );
    return row?.count ?? 0;
  }

  stays(person: Person, running: EntityManager): Promise<SubjectStay[]> {
    return this.ofPerson(
      person,
      running,
      `select t.segment_id, s.name as segment_name, t.entered_at, t.entered_by, t.left_at, t.left_by, t.cause
       from ${stays(person)} t join segmentation.segments s on s.id = t.segment_id`,
      'order by t.entered_at, t.segment_id',
    );
  }

  pins(person: Person, running: EntityManager): Promise<unknown[]> {
    return this.ofPerson(
      person,
      running,
      `select t.segment_id, s.name as segment_name, t.kind, t.pinned_at, t.pinned_by, t.reason
       from ${pins(person)} t join segmentation.segments s on s.id = t.segment_id`,
      'order by t.pinned_at, t.segment_id',
    );
  }

  /**
   * Waits for calculations that may have read the person already, and for whoever pins, until the transaction ends.
   * Where they take longer than `patience`, PostgreSQL's error 55P03.
   */
  async holdWriters({ tenant, subject }: Person, running: EntityManager): Promise<void> {
    await running.query(`select set_config('lock_timeout', $1, true)`, [this.patience]);
    const mine = 'select id from segmentation.segments where tenant_id = $1 and subject = $2 order by id';
    const values = [tenant, subject.name];
    await running.query(`select pg_advisory_xact_lock(${refreshLock('id::text')}) from (${mine}) s`, values);
    await running.query(`${mine} for update`, values);
  }

  /** The counts of the segments that lose a member follow. @returns how many stays and pins there were */
  async remove(person: Person, running: EntityManager): Promise<number> {
    const [row] = await running.query<{ count: number }[]>(
      `with gone as (
         delete from ${stays(person)} where tenant_id = $1 and subject_id = ${key(person, '$2')}
         returning segment_id, left_at
       ), unpinned as (
         delete from ${pins(person)} where tenant_id = $1 and subject_id = ${key(person, '$2')} returning segment_id
       ), clean as (
         delete from ${dirt(person)} where tenant_id = $1 and subject_id = ${key(person, '$2')}
       ), fewer as (
         update segmentation.segments s set member_count = s.member_count - 1, last_updated_at = clock_timestamp(),
           members_version = members_version + 1
         from gone g where s.tenant_id = $1 and s.id = g.segment_id and g.left_at is null
       )
       select ((select count(*) from gone) + (select count(*) from unpinned))::integer as count`,
      [person.tenant, person.id],
    );
    return row?.count ?? 0;
  }

  private ofPerson<Row>(
    person: Person,
    running: EntityManager,
    select: string,
    order: string,
  ): Promise<Row[]> {
    const whose = `where t.tenant_id = $1 and t.subject_id = ${key(person, '$2')}`;
    return running.query(`${select} ${whose} ${order}`, [person.tenant, person.id]);
  }
}

const stays = ({ subject }: Person): string => tableName(subject.ledger).sql;
const pins = ({ subject }: Person): string => tableName(pinsOf(subject)).sql;
const dirt = ({ subject }: Person): string => tableName(dirtOf(subject)).sql;
const key = ({ subject }: Person, value: string): string => `${value}::${keyOf(subject).type}`;
/** As JSON has it everywhere else. */
const utc = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
