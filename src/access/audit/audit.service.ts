/** Who did what, when and from where. Entries carry no personal data: ids of things, names of fields, numbers. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../actor.js';
import type { Page } from '../page.js';
import { AuditRepository } from './audit.repository.js';
import type { AuditEntry, AuditFilter, AuditPage } from './audit-entry.js';
import { PersonHash } from './person-hash.js';

export interface AuditedAct {
  /** Such as `segment.exported`. */
  readonly action: string;
  /** A thing by its id; a person, whose id is kept as a hash, by theirs. */
  readonly target: { readonly type: string } & ({ readonly id: string } | { readonly person: string });
  /** Where the act came from, if not from the actor's address. */
  readonly from?: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Audit {
  constructor(
    private readonly repository: AuditRepository,
    private readonly people: PersonHash,
  ) {}

  /** In the transaction that is running, if there is one: then what was done and its entry are there together, or neither. */
  record(
    actor: Actor,
    { action, target, from, details }: AuditedAct,
    running?: EntityManager,
  ): Promise<void> {
    const entry = {
      id: uuid(),
      at: new Date(),
      actor_id: actor.id,
      actor_name: actor.name,
      from_address: from ?? actor.from ?? null,
      action,
      target_type: target.type,
      target_id: 'id' in target ? target.id : (this.people.of(actor.tenant, target.person) ?? withheld),
      details,
    };
    return this.repository.insert(actor.tenant, entry, running);
  }

  /** In the order they were made, or the other way round. */
  async list(actor: Actor, { target, ...others }: AuditFilter, page: AuditPage): Promise<Page<AuditEntry>> {
    const targets =
      target === undefined ? undefined : [target, this.people.of(actor.tenant, target) ?? target];
    const filter = { ...others, targets };
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, filter, { ...page, limit: page.limit + 1 }),
      this.repository.count(actor.tenant, filter),
    ]);
    const items = rows.slice(0, page.limit);
    return { items, total, next_cursor: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
  }
}

/** Of whom, where there is no secret to say so. */
const withheld = 'withheld';
