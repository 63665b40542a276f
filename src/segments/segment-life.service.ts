/** The life of segments: copied, paused, archived and back, used, deleted. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { asOf } from './as-of.js';
import { Definitions } from './definitions.service.js';
import { RuleReader } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { afterStep, demandStatus, type LifeStep } from './segment-life.js';
import { SegmentMembership } from './segment-membership.js';
import { SegmentNotFoundError } from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';

@Injectable()
export class SegmentLife {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly definitions: Definitions,
    private readonly rules: RuleReader,
    private readonly membership: SegmentMembership,
  ) {}

  /** @throws SegmentStatusError, SegmentInUseError of one that is to be archived, SegmentNeedsArchivedError of one that is not to be any more */
  step(actor: Actor, id: string, step: LifeStep): Promise<SegmentRow> {
    return this.withLocked(actor, id, async (manager, segment) => {
      const changed = { ...afterStep(segment, step), updated_at: new Date(), updated_by: actor.name };
      if (step === 'archive') await this.dependencies.demandUnused(manager, segment, { archivedToo: false });
      if (step === 'restore') await this.dependencies.demandNeeds(manager, segment);
      await this.segments.update(manager, changed);
      return changed;
    });
  }

  /** Counts one use of it. @throws SegmentStatusError of one that may not be used */
  async markUsed(actor: Actor, id: string): Promise<void> {
    await this.withLocked(actor, id, async (manager, segment) => {
      demandStatus(segment, ['active', 'paused'], 'be used');
      await this.segments.recordUse(manager, segment);
    });
  }

  /**
   * A segment of its own with the same definition and the same people chosen by hand; active, and never used.
   * @param name if not given, `… (copy)`, or the first free of `… (copy 2)` and so on
   */
  duplicate(actor: Actor, id: string, name: string | undefined): Promise<SegmentRow> {
    return this.withLocked(actor, id, async (manager, segment) => {
      const taken = await this.segments.namesLike(manager, actor.tenant, copyStem(segment.name));
      const wanted = {
        ...segment,
        template: null,
        name: name ?? copyName(segment.name, taken),
        owner: actor.name,
      };
      const copy = await this.definitions.insert(manager, actor, wanted);
      const subject = this.rules.subject(segment.subject);
      const how = { at: asOf(undefined).toString(), by: actor.name };
      const joined = await this.membership.copyPins(manager, subject, { from: segment, to: copy }, how);
      if (joined > 0)
        await this.segments.recordMembers(
          manager,
          copy,
          { joined, left: 0 },
          { at: how.at, calculated: false },
        );
      return copy;
    });
  }

  /** @throws SegmentInUseError */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.withLocked(actor, id, async (manager, segment) => {
      await this.dependencies.demandUnused(manager, segment, { archivedToo: true });
      const subject = this.rules.knownSubject(segment.subject);
      if (subject) await this.membership.remove(manager, subject, segment);
      await this.segments.delete(manager, actor.tenant, id);
    });
  }

  private withLocked<Result>(
    actor: Actor,
    id: string,
    work: (manager: EntityManager, segment: SegmentRow) => Promise<Result>,
  ): Promise<Result> {
    return this.segments.transaction(actor.tenant, async (manager) => {
      await this.dependencies.lock(manager, actor.tenant);
      const segment = await this.segments.lock(manager, actor.tenant, id);
      if (!segment) throw new SegmentNotFoundError(id);
      return work(manager, segment);
    });
  }
}

const longestName = 200;

/** What every copy's name starts with; a long one is cut, so that the rest has room. */
const copyStem = (name: string): string => [...name].slice(0, longestName - ' (copy 9999)'.length).join('');

function copyName(name: string, taken: readonly string[]): string {
  const names = new Set(taken);
  const nth = (n: number): string => `${copyStem(name)} (copy${n === 1 ? '' : ` ${n}`})`;
  let n = 1;
  while (names.has(nth(n))) n += 1;
  return nth(n);
}
