/** Who is in a segment, and who was. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import type { Page } from '../access/page.js';
import { cursorAfter, isDecimal, readCursor } from '../access/sorted-cursor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import type { Target } from '../rule-language/to-sql/compile.js';
import { described, given } from '../rule-language/to-sql/subjects.js';
import { RuleReader } from '../segments/rule-reader.js';
import { Segments } from '../segments/segments.service.js';
import { type Cause, Ledger, type MemberSort, type Stay } from './ledger.repository.js';

export interface Member {
  readonly member_id: string;
  readonly external_id: string | null;
  readonly display: string | null;
  readonly added_at: Date;
  readonly added_by: string;
  readonly removed_at: Date | null;
  readonly removed_by: string | null;
  readonly cause: Cause;
}

interface Description {
  readonly external_id: string | null;
  readonly display: string | null;
}

@Injectable()
export class Members {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly ledger: Ledger,
    private readonly database: TenantDatabase,
  ) {}

  /**
   * The members at an instant; those after `after`, the `next_cursor` of the page before.
   * @throws SegmentNotFoundError, CursorInvalidError
   */
  async list(
    actor: Actor,
    id: string,
    asOf: Temporal.Instant,
    page: { readonly limit: number; readonly after: string | undefined; readonly sort?: MemberSort },
  ): Promise<Page<Member>> {
    const segment = await this.segments.row(actor.tenant, id);
    const subject = this.rules.subject(segment.subject);
    const { limit, sort = byId } = page;
    const after = readCursor(
      sort,
      page.after,
      ({ key, id }) => isKeyOf(subject, id) && (sort.by === 'member_id' || isDecimal(key)),
    );
    const at = asOf.toString();
    const then = { tenant: actor.tenant, segment: id, asOf: at };
    const [stays, total] = await Promise.all([
      this.ledger.page(subject, then, sort, { limit: limit + 1, after }),
      this.ledger.countAt(subject, actor.tenant, id, at),
    ]);
    const shown = stays.slice(0, limit);
    const target = await this.rules.target(actor.tenant, subject, asOf);
    const people = await this.described(target, shown);
    const last = stays.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((stay) => memberOf(stay, people.get(stay.subject_id))),
      total,
      next_cursor: last ? cursorAfter(sort, { key: last.sort_key, id: last.subject_id }) : null,
    };
  }

  /** By id, those who are still there. */
  private async described(target: Target, stays: readonly Stay[]): Promise<ReadonlyMap<string, Description>> {
    const ids = stays.map(({ subject_id }) => subject_id);
    const { text, values } = described(target, given(target, ids));
    const people = await this.database.query<(Description & { id: string })[]>(target.tenant, text, values);
    return new Map(people.map((person) => [String(person.id), person]));
  }
}

const byId: MemberSort = { by: 'member_id', descending: false };

const memberOf = (stay: Stay, person: Description | undefined): Member => ({
  member_id: stay.subject_id,
  external_id: person?.external_id ?? null,
  display: person?.display ?? null,
  added_at: stay.entered_at,
  added_by: stay.entered_by,
  removed_at: stay.left_at,
  removed_by: stay.left_by,
  cause: stay.cause,
});
