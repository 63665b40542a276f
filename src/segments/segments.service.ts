/** Segments as callers see them: made, changed, read, brought through their lives, deleted. */

import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Definitions } from './definitions.service.js';
import { isUuid } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { ChangedSegment, NewSegment, SegmentInUse, SegmentView, Use } from './segment.view.js';
import { SegmentCopies } from './segment-copies.service.js';
import type { LifeStep } from './segment-life.js';
import { SegmentLife } from './segment-life.service.js';
import { SegmentViews } from './segment-views.service.js';
import { SegmentNotFoundError } from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';

@Injectable()
export class Segments {
  constructor(
    private readonly repository: SegmentsRepository,
    private readonly definitions: Definitions,
    private readonly life: SegmentLife,
    private readonly copies: SegmentCopies,
    private readonly views: SegmentViews,
  ) {}

  /**
   * @throws RuleInvalidError, SegmentPartsError (a static segment has no rule, the others need one),
   * SegmentNameTakenError, SegmentNeedsArchivedError, UnknownSubjectError
   */
  async create(actor: Actor, input: NewSegment): Promise<SegmentView> {
    return this.views.one(actor, await this.definitions.create(actor, input));
  }

  /**
   * What changes nothing makes no version.
   * @param version the one that the change was made from
   * @throws SegmentChangedError when that is no longer the current one; nothing is changed then. And what `create` throws,
   * SegmentStatusError of an archived one, SegmentCycleError; PinsLostError and NotCalculatedError of another type
   */
  async update(actor: Actor, id: string, version: number, input: ChangedSegment): Promise<SegmentView> {
    return this.views.one(actor, await this.definitions.change(actor, id, version, () => input));
  }

  /** @throws SegmentInUseError, SegmentNotFoundError */
  delete(actor: Actor, id: string): Promise<void> {
    return this.life.delete(actor, id);
  }

  /** One step in its life. @throws SegmentStatusError, SegmentInUseError, SegmentNeedsArchivedError, SegmentNotFoundError */
  async step(actor: Actor, id: string, step: LifeStep): Promise<SegmentView> {
    return this.views.one(actor, await this.life.step(actor, id, step));
  }

  /**
   * Another of the same definition and the same people chosen by hand.
   * @param name a copy's, if not given
   */
  async duplicate(actor: Actor, id: string, name?: string): Promise<SegmentView> {
    return this.read(actor, (await this.copies.duplicate(actor, id, name)).id);
  }

  /** Counts one use of it: whoever sends something to its members says so. @throws SegmentStatusError */
  async markUsed(actor: Actor, id: string): Promise<SegmentView> {
    await this.life.markUsed(actor, id);
    return this.read(actor, id);
  }

  /** What relies on it. */
  async usage(actor: Actor, id: string): Promise<readonly (SegmentInUse | Use)[]> {
    await this.row(actor.tenant, id);
    return this.life.usage(actor.tenant, id);
  }

  async read(actor: Actor, id: string): Promise<SegmentView> {
    return this.views.one(actor, await this.row(actor.tenant, id));
  }

  /** @throws SegmentNotFoundError, also for another tenant's */
  async row(tenant: string, id: string): Promise<SegmentRow> {
    const row = isUuid(id) ? await this.repository.find(tenant, id) : undefined;
    if (!row) throw new SegmentNotFoundError(id);
    return row;
  }
}
