/** The life of segments: paused, archived and back, used, deleted. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import { withLockedSegment } from './locked-segment.js';
import { RuleReader } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { SegmentInUse, Use } from './segment.view.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { afterStep, demandStatus, type LifeStep } from './segment-life.js';
import { SegmentMembership } from './segment-membership.js';
import { SegmentsRepository } from './segments.repository.js';

@Injectable()
export class SegmentLife {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly rules: RuleReader,
    private readonly membership: SegmentMembership,
    private readonly audit: Audit,
  ) {}

  /** @throws SegmentStatusError, SegmentInUseError of one that is to be archived, SegmentNeedsArchivedError of one that is not to be any more */
  step(actor: Actor, id: string, step: LifeStep): Promise<SegmentRow> {
    return this.withLocked(actor, id, async (manager, segment) => {
      const changed = { ...afterStep(segment, step), updated_at: new Date(), updated_by: actor.name };
      if (step === 'archive') await this.dependencies.demandUnused(manager, segment, { archivedToo: false });
      if (step === 'restore') await this.dependencies.demandNeeds(manager, segment);
      await this.segments.update(manager, changed);
      await this.record(manager, actor, id, 'segment.status-changed', {
        from: segment.status,
        to: changed.status,
      });
      return changed;
    });
  }

  /** Counts one use of it. @throws SegmentStatusError of one that may not be used */
  async markUsed(actor: Actor, id: string): Promise<void> {
    await this.withLocked(actor, id, async (manager, segment) => {
      demandStatus(segment, ['active', 'paused'], 'be used');
      await this.segments.recordUse(manager, segment);
      await this.record(manager, actor, id, 'segment.used', {});
    });
  }

  /** What relies on it. */
  usage(tenant: string, id: string): Promise<(SegmentInUse | Use)[]> {
    return this.dependencies.usage(tenant, id);
  }

  /** @throws SegmentInUseError */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.withLocked(actor, id, async (manager, segment) => {
      await this.dependencies.demandUnused(manager, segment, { archivedToo: true });
      const subject = this.rules.knownSubject(segment.subject);
      if (subject) await this.membership.remove(manager, subject, segment);
      await this.segments.delete(manager, actor.tenant, id);
      const { version, member_count: members } = segment;
      await this.record(manager, actor, id, 'segment.deleted', {
        subject: segment.subject,
        version,
        members,
      });
    });
  }

  private withLocked<Result>(
    actor: Actor,
    id: string,
    work: (manager: EntityManager, segment: SegmentRow) => Promise<Result>,
  ): Promise<Result> {
    return withLockedSegment(this.segments, this.dependencies, actor, id, work);
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    id: string,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(actor, { action, target: { type: 'segment', id }, details }, manager);
  }
}
