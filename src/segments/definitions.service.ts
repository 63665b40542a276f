/**
 * Decides over definitions, whatever asks for a change: a rule is stored only when understood in full, each change is a
 * version, and no type of segment loses what it has without being told.
 */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { documentFor, merged, newSegment, nextVersion } from './definition.js';
import { DefinitionStore } from './definition-store.js';
import type { ReadRule } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { ChangedSegment, NewSegment } from './segment.view.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { demandEditable } from './segment-life.js';
import { SegmentMembership } from './segment-membership.js';
import { NotCalculatedError, PinsLostError, SegmentNotFoundError } from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';
import { TemplatedRules } from './templates/templated-rules.js';

@Injectable()
export class Definitions {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly rules: TemplatedRules,
    private readonly store: DefinitionStore,
    private readonly membership: SegmentMembership,
  ) {}

  /** @throws RuleInvalidError, SegmentPartsError, SegmentNameTakenError, UnknownSubjectError */
  create(actor: Actor, input: NewSegment): Promise<SegmentRow> {
    return this.segments.transaction(actor.tenant, async (manager) => {
      await this.dependencies.lock(manager, actor.tenant);
      return this.insert(manager, actor, input);
    });
  }

  /** In a transaction that has locked the dependencies. */
  async insert(manager: EntityManager, actor: Actor, input: NewSegment): Promise<SegmentRow> {
    this.rules.subject(input.subject);
    const document = documentFor(input.type ?? 'dynamic', input.rules);
    const read = document && (await this.read(manager, actor, input.subject, document.rules));
    const segment = newSegment(input, read?.rule ?? null, actor);
    await this.store.insert(manager, actor, segment, read);
    return segment;
  }

  /**
   * What changes nothing makes no version.
   * @param decide says what is to change of the segment as it is
   * @throws SegmentNotFoundError, SegmentStatusError, SegmentChangedError when `version` is no longer the current one;
   * nothing is changed then
   */
  change(
    actor: Actor,
    id: string,
    version: number,
    decide: (segment: SegmentRow) => ChangedSegment,
  ): Promise<SegmentRow> {
    return this.segments.transaction(actor.tenant, async (manager) => {
      await this.dependencies.lock(manager, actor.tenant);
      const segment = await this.segments.lock(manager, actor.tenant, id);
      if (!segment) throw new SegmentNotFoundError(id);
      demandEditable(segment, 'be edited');
      await this.store.demandVersion(manager, segment, version);
      return this.apply(manager, actor, segment, decide(segment));
    });
  }

  private async apply(
    manager: EntityManager,
    actor: Actor,
    segment: SegmentRow,
    input: ChangedSegment,
  ): Promise<SegmentRow> {
    const read = await this.reread(manager, actor, segment, input);
    const type = input.type ?? segment.type;
    const rules = type === 'static' ? null : (read?.rule ?? segment.rules);
    const wanted = merged(segment, input, rules);
    if (isDeepStrictEqual(wanted, segment)) return segment;
    const changed = nextVersion(wanted, actor);
    if (changed.type !== segment.type) await this.convert(manager, segment, changed, input);
    await this.store.update(manager, actor, { before: segment, after: changed }, read);
    return changed;
  }

  /** A rule that is not edited stays, also one that is broken: that must not keep a segment from being renamed. */
  private async reread(
    manager: EntityManager,
    actor: Actor,
    segment: SegmentRow,
    { type = segment.type, rules }: ChangedSegment,
  ): Promise<ReadRule | undefined> {
    if (rules === undefined && type !== 'static' && segment.rules !== null) return undefined;
    const document = documentFor(type, rules);
    return document && this.read(manager, actor, segment.subject, document.rules);
  }

  private read(manager: EntityManager, actor: Actor, subject: string, rules: unknown): Promise<ReadRule> {
    const document = { subject, rules };
    return this.rules.read(manager, actor, document, (input) => this.insert(manager, actor, input));
  }

  /**
   * Dynamic to hybrid keeps everything, and so does static to hybrid, given a rule. Whatever becomes static keeps whom
   * it has, and whom people have excluded; what becomes dynamic forgets whom people chose, if told that it may.
   */
  private async convert(
    manager: EntityManager,
    from: SegmentRow,
    to: SegmentRow,
    { discard_pins = false }: ChangedSegment,
  ): Promise<void> {
    const subject = this.rules.subject(from.subject);
    if (to.type === 'static') {
      if (from.last_calculated_at === null) throw new NotCalculatedError(from.name);
      await this.membership.freeze(manager, subject, from, to.updated_by);
    }
    if (to.type !== 'dynamic') return;
    const pins = await this.membership.pins(manager, subject, from);
    if (pins.included + pins.excluded > 0 && !discard_pins) throw new PinsLostError(pins);
    await this.membership.forgetPins(manager, subject, from);
  }
}
