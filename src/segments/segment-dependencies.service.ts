/** Which segments rest on which: never on themselves, never on an archived one, and none goes while others need it. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DependenciesRepository } from './dependencies.repository.js';
import type { ReadRule } from './rule-reader.js';
import type { SegmentRow } from './segment.entity.js';
import type { SegmentInUse, Use } from './segment.view.js';
import { SegmentUsage } from './segment-usage.js';
import { SegmentCycleError, SegmentInUseError, SegmentNeedsArchivedError } from './segments.errors.js';
import type { SegmentEntryRow } from './segments.repository.js';

@Injectable()
export class SegmentDependencies {
  constructor(
    private readonly repository: DependenciesRepository,
    private readonly elsewhere: SegmentUsage,
  ) {}

  /** To be called before the rows that are edited are locked. */
  lock(manager: EntityManager, tenant: string): Promise<void> {
    return this.repository.lock(manager, tenant);
  }

  /** @throws SegmentCycleError, SegmentNeedsArchivedError */
  async replace(manager: EntityManager, segment: SegmentRow, read: ReadRule | undefined): Promise<void> {
    const needs = read?.needs ?? [];
    await this.demandNoCircle(segment, needs, manager);
    await this.repository.replace(manager, segment, needs);
    await this.demandNeeds(manager, segment);
  }

  /** @throws SegmentCycleError where one of `needs` is built on the segment, or is it */
  async demandNoCircle(
    { tenant_id, id }: SegmentRow,
    needs: readonly string[],
    running?: EntityManager,
  ): Promise<void> {
    const circle = await this.repository.builtOn(tenant_id, id, needs, running);
    if (circle) throw new SegmentCycleError(circle.name);
  }

  /** @throws SegmentNeedsArchivedError */
  async demandNeeds(manager: EntityManager, { tenant_id, id }: SegmentRow): Promise<void> {
    const archived = await this.repository.archivedNeeds(manager, tenant_id, id);
    if (archived.length > 0) throw new SegmentNeedsArchivedError(archived.map(useOf));
  }

  /**
   * That nothing relies on it; an archived segment relies on nothing until it is restored.
   * @throws SegmentInUseError
   */
  async demandUnused(
    manager: EntityManager,
    { tenant_id, id }: SegmentRow,
    { archivedToo }: { readonly archivedToo: boolean },
  ): Promise<void> {
    const segments = await this.repository.dependents(tenant_id, id, manager);
    const uses = [
      ...segments.filter(({ status }) => archivedToo || status !== 'archived').map(useOf),
      ...(await this.elsewhere.usesOf(tenant_id, id, manager)),
    ];
    if (uses.length > 0) throw new SegmentInUseError(uses);
  }

  async usage(tenant: string, id: string): Promise<(SegmentInUse | Use)[]> {
    const segments = await this.repository.dependents(tenant, id);
    return [
      ...segments.map((segment) => ({ ...useOf(segment), status: segment.status })),
      ...(await this.elsewhere.usesOf(tenant, id)),
    ];
  }
}

const useOf = ({ id, name }: SegmentEntryRow): Use => ({ kind: 'segment', id, name });
