/** Who is in a segment, and who was. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import type { Page } from '../access/page.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import { described, given } from '../rule-language/to-sql/compile.js';
import { RuleReader } from '../segments/rule-reader.js';
import { Segments } from '../segments/segments.service.js';
import { type Cause, Ledger } from './ledger.repository.js';
import { CursorInvalidError } from './members.errors.js';

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
  readonly member_id: string;
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

  /** The members at an instant, in the order of their ids. */
  async list(
    actor: Actor,
    id: string,
    asOf: Temporal.Instant,
    page: { readonly limit: number; readonly after: string | undefined },
  ): Promise<Page<Member>> {
    const segment = await this.segments.row(actor.tenant, id);
    const subject = this.rules.subject(segment.subject);
    if (page.after !== undefined && !isKeyOf(subject, page.after)) throw new CursorInvalidError();
    const at = asOf.toString();
    const [stays, total] = await Promise.all([
      this.ledger.page(subject, actor.tenant, id, at, { ...page, limit: page.limit + 1 }),
      this.ledger.countAt(subject, actor.tenant, id, at),
    ]);
    const shown = stays.slice(0, page.limit);
    const target = await this.rules.target(actor.tenant, subject, asOf);
    const statement = described(
      target,
      given(
        target,
        shown.map((stay) => stay.subject_id),
      ),
    );
    const people = await this.database.query<(Description & { id: string })[]>(
      actor.tenant,
      statement.text,
      statement.values,
    );
    const byId = new Map(people.map((person) => [String(person.id), person]));
    return {
      items: shown.map((stay) => ({
        member_id: stay.subject_id,
        external_id: byId.get(stay.subject_id)?.external_id ?? null,
        display: byId.get(stay.subject_id)?.display ?? null,
        added_at: stay.entered_at,
        added_by: stay.entered_by,
        removed_at: stay.left_at,
        removed_by: stay.left_by,
        cause: stay.cause,
      })),
      total,
      next_cursor: stays.length > page.limit ? (shown.at(-1)?.subject_id ?? null) : null,
    };
  }
}
