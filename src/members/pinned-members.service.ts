/** Who is in a segment by hand, or out of it: added, removed, listed. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CursorInvalidError } from '../access/access.errors.js';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { isKeyOf } from '../catalogue/subject-key.js';
import type { Sql } from '../rule-language/to-sql/sql.js';
import { RuleReader } from '../segments/rule-reader.js';
import { Segments } from '../segments/segments.service.js';
import { chosenByName, chosenByQuery, type Named } from './chosen.js';
import { MemberNotFoundError } from './members.errors.js';
import { type Included, type Pinnable, Pinning, type PinsOf } from './pinning.service.js';
import { type ChosenRow, type PinKind, PinsRepository } from './pins.repository.js';

/** What came of adding people. */
export interface Added extends Included {
  /** Ids of those who were no members before. */
  readonly added: readonly string[];
  readonly already_in: readonly string[];
  /** As they were named. */
  readonly not_found: readonly string[];
}

export interface AddRequest extends Named {
  readonly reason?: string | null | undefined;
}

/** A choice somebody made. */
export interface Pin {
  readonly member_id: string;
  readonly kind: PinKind;
  readonly pinned_at: Date;
  readonly pinned_by: string;
  readonly reason: string | null;
}

@Injectable()
export class PinnedMembers {
  constructor(
    private readonly segments: Segments,
    private readonly rules: RuleReader,
    private readonly pinning: Pinning,
    private readonly pins: PinsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Includes people in a static or hybrid segment.
   * @throws SegmentDynamicError, SegmentStatusError of an archived one, EmailUnknownError, SegmentNotFoundError
   */
  add(actor: Actor, id: string, { reason = null, ...named }: AddRequest): Promise<Added> {
    return this.pinning.transaction(actor, id, 'pinned', async (pinnable) => {
      await this.pinning.choose(pinnable, chosenByName(pinnable.target, named));
      const people = await this.pins.chosen(pinnable.runner, pinnable.target.subject, pinnable.change);
      const included = await this.pinning.include(pinnable, reason);
      const { added, already_in, not_found } = sorted(people);
      await this.record(actor, pinnable, 'segment.members-added', {
        added: added.length,
        already_in: already_in.length,
        not_found: not_found.length,
        exclusions_lifted: included.exclusions_lifted,
      });
      return { added, already_in, not_found, ...included };
    });
  }

  /**
   * Includes whom a query gives in its column `id`, of the subject's key type; whoever is no subject of the tenant is
   * left out. Once a transaction, which is the caller's.
   * @returns how many came in, how many of them against an exclusion, and how many members there are then
   */
  async addSelected(
    manager: EntityManager,
    actor: Actor,
    pins: PinsOf,
    { ids, reason = null }: { readonly ids: Sql; readonly reason?: string | null },
  ): Promise<Included & { readonly added: number }> {
    const pinnable = await this.pinning.begin(manager, actor, pins);
    await this.pinning.choose(pinnable, chosenByQuery(pinnable.target, ids));
    const before = pinnable.segment.member_count ?? 0;
    const included = await this.pinning.include(pinnable, reason);
    return { added: included.member_count - before, ...included };
  }

  /**
   * Takes somebody out: of a hybrid segment, whatever its rule says, until the exclusion is lifted.
   * @throws MemberNotFoundError for whoever is no subject of the tenant, or no member of a static segment
   */
  async remove(actor: Actor, id: string, member: string): Promise<void> {
    await this.pinning.transaction(actor, id, 'pinned', async (pinnable) => {
      await this.demandKnown(pinnable, member);
      await this.pinning.exclude(pinnable, member);
      await this.record(actor, pinnable, 'segment.member-removed');
    });
  }

  /** Whom the rule has is for the rule to say again. @throws NotPinnedError, SegmentStaticError */
  async unpin(actor: Actor, id: string, member: string): Promise<void> {
    await this.pinning.transaction(actor, id, 'restored', async (pinnable) => {
      await this.demandKnown(pinnable, member);
      await this.pinning.follow(pinnable, member);
      await this.record(actor, pinnable, 'segment.pin-removed');
    });
  }

  /** In the same transaction; how many, never who. */
  private record(
    actor: Actor,
    { runner, segment: { id } }: Pinnable,
    action: string,
    details: Readonly<Record<string, number>> = {},
  ): Promise<void> {
    return this.audit.record(actor, { action, target: { type: 'segment', id }, details }, runner.manager);
  }

  /** By id. @throws CursorInvalidError */
  async list(
    actor: Actor,
    id: string,
    page: { readonly limit: number; readonly after: string | undefined; readonly kind: PinKind | undefined },
  ): Promise<Page<Pin>> {
    const segment = await this.segments.row(actor.tenant, id);
    const subject = this.rules.subject(segment.subject);
    const { limit, after, kind } = page;
    if (after !== undefined && !isKeyOf(subject, after)) throw new CursorInvalidError();
    const of = { tenant: actor.tenant, segment: id };
    const [rows, counts] = await Promise.all([
      this.pins.page(subject, of, { ...page, limit: limit + 1 }),
      this.pins.counts(subject, of),
    ]);
    const shown = rows.slice(0, limit).map(({ subject_id, ...pin }) => ({ member_id: subject_id, ...pin }));
    return {
      items: shown,
      total: kind === undefined ? counts.included + counts.excluded : counts[kind],
      next_cursor: rows.length > limit ? (shown.at(-1)?.member_id ?? null) : null,
    };
  }

  /** @throws MemberNotFoundError */
  private async demandKnown(pinnable: Pinnable, member: string): Promise<void> {
    const { runner, segment, target, change } = pinnable;
    await this.pinning.choose(pinnable, chosenByName(target, { member_ids: [member] }));
    const [person] = await this.pins.chosen(runner, target.subject, change);
    const there = segment.type === 'static' ? person?.is_member : person?.id != null;
    if (!there) throw new MemberNotFoundError(member);
  }
}

/** Each once, however often they were named. */
function sorted(people: readonly ChosenRow[]): Omit<Added, keyof Included> {
  const ids = (those: readonly ChosenRow[]): string[] => [...new Set(those.flatMap(({ id }) => id ?? []))];
  return {
    added: ids(people.filter(({ is_member }) => !is_member)),
    already_in: ids(people.filter(({ is_member }) => is_member)),
    not_found: [...new Set(people.flatMap(({ said, id }) => (id === null ? [said] : [])))],
  };
}
