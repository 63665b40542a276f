/** What segments ask of their members, answered from the ledger and the pins. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Subject } from '../rule-language/field.js';
import type { SegmentRow } from '../segments/segment.entity.js';
import type { PinCounts, SegmentMembership } from '../segments/segment-membership.js';
import { Ledger } from './ledger.repository.js';
import { type OfSegment, PinsRepository } from './pins.repository.js';

@Injectable()
export class StoredMembership implements SegmentMembership {
  constructor(
    private readonly ledger: Ledger,
    private readonly pinned: PinsRepository,
  ) {}

  async remove(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<void> {
    await this.ledger.remove(manager, subject, segment.tenant_id, segment.id);
    await this.pinned.remove(manager, subject, keyOf(segment));
  }

  pins(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<PinCounts> {
    return this.pinned.counts(subject, keyOf(segment), manager);
  }

  freeze(manager: EntityManager, subject: Subject, segment: SegmentRow, by: string): Promise<void> {
    return this.pinned.includeMembers(manager, subject, keyOf(segment), by);
  }

  forgetPins(manager: EntityManager, subject: Subject, segment: SegmentRow): Promise<void> {
    return this.pinned.remove(manager, subject, keyOf(segment));
  }

  async copyPins(
    manager: EntityManager,
    subject: Subject,
    { from, to }: { readonly from: SegmentRow; readonly to: SegmentRow },
    { at, by }: { readonly at: string; readonly by: string },
  ): Promise<number> {
    await this.pinned.copy(manager, subject, keyOf(from), keyOf(to), by);
    return this.ledger.enterIncluded(manager, subject, from.id, {
      ...keyOf(to),
      asOf: at,
      by,
      cause: 'pinned',
    });
  }
}

const keyOf = ({ tenant_id, id }: SegmentRow): OfSegment => ({ tenant: tenant_id, segment: id });
