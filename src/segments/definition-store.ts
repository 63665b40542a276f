/** Writes definitions with all that follows from them: the version, what it is built on, the rows of its rule, the record. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import { rowsOf } from '../rules/rule-rows.js';
import { SegmentRulesRepository } from '../rules/segment-rules.repository.js';
import { changedParts } from './definition.js';
import type { ReadRule } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import { SegmentDependencies } from './segment-dependencies.service.js';
import { SegmentChangedError } from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';
import { VersionsRepository } from './versions.repository.js';

@Injectable()
export class DefinitionStore {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly versions: VersionsRepository,
    private readonly dependencies: SegmentDependencies,
    private readonly rules: SegmentRulesRepository,
    private readonly audit: Audit,
  ) {}

  /** @param read the segment's rule; a static one has none */
  async insert(
    manager: EntityManager,
    actor: Actor,
    segment: SegmentRow,
    read: ReadRule | undefined,
  ): Promise<void> {
    await this.segments.insert(manager, segment);
    await this.versions.insert(manager, segment);
    await this.writeRule(manager, segment, read);
    const { id, subject, type, template } = segment;
    const details = { subject, type, template: template?.id ?? null };
    await this.audit.record(
      actor,
      { action: 'segment.created', target: { type: 'segment', id }, details },
      manager,
    );
  }

  /** A new version. Where its rule is as it was, `read` is not given. */
  async update(
    manager: EntityManager,
    actor: Actor,
    { before, after }: { readonly before: SegmentRow; readonly after: SegmentRow },
    read: ReadRule | undefined,
  ): Promise<void> {
    await this.segments.update(manager, after);
    await this.versions.insert(manager, after);
    if (read || after.rules === null) await this.writeRule(manager, after, read);
    const details = { version: after.version, changed: changedParts(before, after) };
    const target = { type: 'segment', id: after.id };
    await this.audit.record(actor, { action: 'segment.changed', target, details }, manager);
  }

  private async writeRule(
    manager: EntityManager,
    segment: SegmentRow,
    read: ReadRule | undefined,
  ): Promise<void> {
    const rows = read ? rowsOf(read.rule, read.checked, segment.id) : [];
    await this.dependencies.replace(manager, segment, read);
    await this.rules.replace(manager, segment.tenant_id, segment.id, rows);
  }

  /** @throws SegmentChangedError unless `version` is the current one; it says who changed what since */
  async demandVersion(manager: EntityManager, segment: SegmentRow, version: number): Promise<void> {
    if (segment.version === version) return;
    const [read, ...later] = await this.versions.since(manager, segment.tenant_id, segment.id, version);
    const by = [...new Set(later.map(({ created_by }) => created_by))];
    const parts = read ? changedParts(read, segment) : [];
    throw new SegmentChangedError(version, segment.version, by, parts);
  }
}
