/** Decides over segments: makes, changes, lists and deletes them; a rule is stored only when understood in full. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Page } from '../access/page.js';
import type { Subject } from '../rule-language/field.js';
import { toWords } from '../rule-language/to-words.js';
import { isUuid, type ReadRule, RuleReader } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { ChangedSegment, NewSegment, SegmentView } from './segment.view.js';
import {
  SegmentChangedError,
  SegmentCycleError,
  SegmentInUseError,
  SegmentNotFoundError,
} from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';

/** The port through which whatever is kept of a segment elsewhere goes with it when it is deleted. */
export abstract class SegmentRemains {
  abstract remove(manager: EntityManager, subject: Subject, tenant: string, segment: string): Promise<void>;
}

@Injectable()
export class Segments {
  constructor(
    private readonly repository: SegmentsRepository,
    private readonly rules: RuleReader,
    private readonly remains: SegmentRemains,
  ) {}

  async create(actor: Actor, input: NewSegment): Promise<SegmentView> {
    const row = await this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.lockDependencies(manager, actor.tenant);
      const { rule, needs } = await this.rules.read(actor.tenant, input.subject, input.rules, manager);
      const row = created({ ...input, rules: rule }, actor);
      await this.repository.insert(manager, row);
      await this.repository.insertVersion(manager, row);
      await this.repository.replaceDependencies(manager, row, needs);
      return row;
    });
    return this.view(row);
  }

  /**
   * What changes nothing makes no version.
   * @throws SegmentChangedError when `version` is no longer the current one; nothing is changed then
   */
  async update(actor: Actor, id: string, version: number, input: ChangedSegment): Promise<SegmentView> {
    const row = await this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.lockDependencies(manager, actor.tenant);
      const current = await this.repository.lock(manager, actor.tenant, id);
      if (!current) throw new SegmentNotFoundError(id);
      if (current.version !== version)
        throw new SegmentChangedError(version, current.version, current.updated_by);
      // A rule that is not edited stays, also one that is broken: that must not keep a segment from being renamed.
      const read = input.rules === undefined ? undefined : await this.reread(manager, current, input.rules);
      const wanted = merged(current, { ...input, rules: read?.rule ?? current.rules });
      if (isDeepStrictEqual(wanted, current)) return current;
      const changed = edited(wanted, actor);
      await this.repository.update(manager, changed);
      await this.repository.insertVersion(manager, changed);
      if (read) await this.repository.replaceDependencies(manager, changed, read.needs);
      return changed;
    });
    return this.view(row);
  }

  private async reread(manager: EntityManager, segment: SegmentRow, document: unknown): Promise<ReadRule> {
    const read = await this.rules.read(segment.tenant_id, segment.subject, document, manager);
    const circle = await this.repository.builtOn(manager, segment.tenant_id, segment.id, read.needs);
    if (circle) throw new SegmentCycleError(circle.name);
    return read;
  }

  async delete(actor: Actor, id: string): Promise<void> {
    await this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.lockDependencies(manager, actor.tenant);
      const segment = await this.repository.lock(manager, actor.tenant, id);
      if (!segment) throw new SegmentNotFoundError(id);
      const dependents = await this.repository.dependents(manager, actor.tenant, id);
      if (dependents.length > 0)
        throw new SegmentInUseError(dependents.map(({ id, name }) => ({ id, name })));
      const subject = this.rules.knownSubject(segment.subject);
      if (subject) await this.remains.remove(manager, subject, actor.tenant, id);
      await this.repository.delete(manager, actor.tenant, id);
    });
  }

  async read(actor: Actor, id: string): Promise<SegmentView> {
    return this.view(await this.row(actor.tenant, id));
  }

  async list(actor: Actor, limit: number, cursor: string | undefined): Promise<Page<SegmentView>> {
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, limit + 1, cursor),
      this.repository.count(actor.tenant),
    ]);
    const page = rows.slice(0, limit);
    return {
      items: await this.views(actor.tenant, page),
      total,
      next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws SegmentNotFoundError, also for another tenant's */
  async row(tenant: string, id: string): Promise<SegmentRow> {
    const row = isUuid(id) ? await this.repository.find(tenant, id) : undefined;
    if (!row) throw new SegmentNotFoundError(id);
    return row;
  }

  private async view(row: SegmentRow): Promise<SegmentView> {
    return this.shown(row, await this.rules.zone(row.tenant_id));
  }

  private async views(tenant: string, rows: readonly SegmentRow[]): Promise<SegmentView[]> {
    const zone = await this.rules.zone(tenant);
    return Promise.all(rows.map((row) => this.shown(row, zone)));
  }

  /** As the API shows it: a rule that is no longer understood is shown as broken, with its problems. */
  private async shown(row: SegmentRow, zone: string): Promise<SegmentView> {
    const { parsed } = await this.rules.parse(row.tenant_id, row.subject, row.rules);
    const { tenant_id: _, ...segment } = row;
    if (!parsed.ok) return { ...segment, health: 'broken', problems: parsed.problems, words: null };
    const words = toWords(parsed.checked, { subject: this.rules.subject(row.subject), zone });
    return { ...segment, health: 'ok', problems: [], words };
  }
}

const created = (input: NewSegment & Pick<SegmentRow, 'rules'>, actor: Actor): SegmentRow => {
  const now = new Date();
  return {
    id: uuid(),
    tenant_id: actor.tenant,
    name: input.name,
    description: input.description ?? null,
    category: input.category ?? null,
    subject: input.subject,
    type: 'dynamic',
    status: 'active',
    rules: input.rules,
    version: 1,
    member_count: null,
    last_calculated_at: null,
    created_at: now,
    created_by: actor.name,
    updated_at: now,
    updated_by: actor.name,
  };
};

const merged = (row: SegmentRow, input: ChangedSegment & Pick<SegmentRow, 'rules'>): SegmentRow => ({
  ...row,
  name: input.name ?? row.name,
  description: input.description === undefined ? row.description : input.description,
  category: input.category === undefined ? row.category : input.category,
  rules: input.rules,
});

const edited = (row: SegmentRow, actor: Actor): SegmentRow => ({
  ...row,
  version: row.version + 1,
  updated_at: new Date(),
  updated_by: actor.name,
});
