/** The list of segments: filtered, sorted, page by page or as a file. */

import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Actor } from '../access/actor.js';
import type { Page } from '../access/page.js';
import { type After, cursorAfter, isDecimal, readCursor } from '../access/sorted-cursor.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import type { Sql } from '../rule-language/to-sql/sql.js';
import { fieldsNamed } from '../rules/fields-named.js';
import type { SegmentView } from './segment.view.js';
import {
  conditionOf,
  type SegmentFilter,
  SegmentListRepository,
  type SegmentSort,
} from './segment-list.repository.js';
import { SegmentViews } from './segment-views.service.js';
import { FieldUnknownError } from './segments.errors.js';

export interface SegmentListRequest extends Omit<SegmentFilter, 'fields'> {
  /** As rules name it, or with its record before it: `city`, `company.industry`, `order.status`. */
  readonly field?: string | undefined;
  /** Broken ones, or those that are not. */
  readonly health?: SegmentView['health'] | undefined;
  readonly sort: SegmentSort;
}

/** Segments that are read at a time where all of them are asked for. */
const batch = 500;

@Injectable()
export class SegmentList {
  constructor(
    private readonly repository: SegmentListRepository,
    private readonly views: SegmentViews,
    private readonly catalogue: Catalogue,
  ) {}

  async page(
    actor: Actor,
    request: SegmentListRequest,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SegmentView>> {
    const { by } = request.sort;
    const after = readCursor(
      request.sort,
      cursor,
      ({ key, id }) => isUUID(id) && (by === 'name' || isDecimal(key)),
    );
    const filter = await this.filter(actor.tenant, request);
    const [page, total] = await Promise.all([
      this.read(actor, filter, request.sort, { limit, after }),
      this.repository.count(actor.tenant, filter),
    ]);
    return {
      items: page.items,
      total,
      next_cursor: page.next ? cursorAfter(request.sort, page.next) : null,
    };
  }

  /** All of them, some at a time. */
  async *all(actor: Actor, request: SegmentListRequest): AsyncGenerator<readonly SegmentView[]> {
    const filter = await this.filter(actor.tenant, request);
    let after: After | undefined;
    do {
      const page = await this.read(actor, filter, request.sort, { limit: batch, after });
      yield page.items;
      after = page.next;
    } while (after);
  }

  private async read(
    actor: Actor,
    filter: Sql,
    sort: SegmentSort,
    { limit, after }: { readonly limit: number; readonly after: After | undefined },
  ): Promise<{ items: SegmentView[]; next: After | undefined }> {
    const rows = await this.repository.page(actor.tenant, filter, sort, { limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const segments = shown.map(({ sort_key: _, ...segment }) => segment);
    return {
      items: await this.views.many(actor, segments),
      next: last && { key: last.sort_key, id: last.id },
    };
  }

  /** Health is no column: a rule breaks by what happens to the catalogue. So every candidate's is read. */
  private async filter(tenant: string, request: SegmentListRequest): Promise<Sql> {
    const filter = { ...request, fields: await this.fields(tenant, request) };
    if (request.health === undefined) return conditionOf(tenant, filter);
    const candidates = await this.repository.checkable(tenant, conditionOf(tenant, filter));
    const problems = await this.views.problems(tenant, candidates);
    const broken = candidates.filter((_, index) => problems[index]?.length !== 0);
    return conditionOf(tenant, filter, {
      ids: broken.map(({ id }) => id),
      only: request.health === 'broken',
    });
  }

  /** @throws FieldUnknownError */
  private async fields(
    tenant: string,
    { field, subject }: SegmentListRequest,
  ): Promise<readonly string[] | undefined> {
    if (field === undefined) return undefined;
    const fields = fieldsNamed(await this.catalogue.vocabulary(tenant), field, subject);
    if (fields.length === 0) throw new FieldUnknownError(field);
    return fields;
  }
}
