/** Choices of columns that are kept under a name, to export by. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Audit, type AuditedAct } from '../../access/audit/audit.service.js';
import type { Page } from '../../access/page.js';
import { Catalogue } from '../../catalogue/catalogue.service.js';
import { channelDefinitions } from '../../consent/channels.js';
import { ChannelUnknownError } from '../../consent/consent.errors.js';
import type { ChangedColumnMap, ColumnMapRow, ColumnMapView, NewColumnMap } from './column-map.entity.js';
import {
  ColumnMapChangedError,
  ColumnMapNameTakenError,
  ColumnMapNotFoundError,
} from './column-maps.errors.js';
import { ColumnMapsRepository } from './column-maps.repository.js';
import { readColumns } from './columns.js';
import { isFormat } from './formats.js';
import { isVendorFormat } from './vendor-formats.js';

@Injectable()
export class ColumnMaps {
  constructor(
    private readonly repository: ColumnMapsRepository,
    private readonly catalogue: Catalogue,
    private readonly audit: Audit,
  ) {}

  /** @throws ColumnMapNameTakenError, ExportColumnsError, ChannelUnknownError, UnknownSubjectError */
  async create(actor: Actor, input: NewColumnMap): Promise<ColumnMapView> {
    await this.check(actor.tenant, input);
    const now = new Date();
    const row: ColumnMapRow = {
      ...input,
      reachable_by: input.reachable_by ?? null,
      id: uuid(),
      tenant_id: actor.tenant,
      version: 1,
      created_at: now,
      created_by: actor.name,
      updated_at: now,
      updated_by: actor.name,
    };
    return this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.insert(manager, row);
      await this.audit.record(actor, act('created', row), manager);
      return shown(row);
    });
  }

  /** @throws ColumnMapNotFoundError, ColumnMapChangedError, ColumnMapNameTakenError, ExportColumnsError, ChannelUnknownError */
  async update(actor: Actor, id: string, version: number, input: ChangedColumnMap): Promise<ColumnMapView> {
    return this.repository.transaction(actor.tenant, async (manager) => {
      const current = await this.repository.lock(manager, actor.tenant, id);
      if (!current) throw new ColumnMapNotFoundError(id);
      if (current.version !== version)
        throw new ColumnMapChangedError(version, current.version, current.updated_by);
      const row = {
        ...current,
        name: input.name ?? current.name,
        format: input.format ?? current.format,
        columns: input.columns ?? current.columns,
        reachable_by: input.reachable_by === undefined ? current.reachable_by : input.reachable_by,
        version: version + 1,
        updated_at: new Date(),
        updated_by: actor.name,
      };
      await this.check(actor.tenant, row, manager);
      await this.repository.update(manager, row);
      await this.audit.record(actor, act('changed', row), manager);
      return shown(row);
    });
  }

  /** @throws ColumnMapNotFoundError, also for another tenant's */
  async read(actor: Actor, id: string): Promise<ColumnMapView> {
    const row = await this.repository.find(actor.tenant, id);
    if (!row) throw new ColumnMapNotFoundError(id);
    return shown(row);
  }

  async list(actor: Actor, limit: number, cursor: string | undefined): Promise<Page<ColumnMapView>> {
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, limit + 1, cursor),
      this.repository.count(actor.tenant),
    ]);
    const items = rows.slice(0, limit).map(shown);
    return { items, total, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws ColumnMapNotFoundError */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.repository.transaction(actor.tenant, async (manager) => {
      const row = await this.repository.lock(manager, actor.tenant, id);
      if (!row) throw new ColumnMapNotFoundError(id);
      await this.repository.delete(manager, actor.tenant, id);
      await this.audit.record(actor, act('deleted', row), manager);
    });
  }

  /** By the name that an export asks for. */
  named(tenant: string, name: string): Promise<ColumnMapRow | undefined> {
    return this.repository.named(tenant, name);
  }

  private async check(
    tenant: string,
    { name, subject, columns, reachable_by }: NewColumnMap,
    running?: EntityManager,
  ): Promise<void> {
    if (isFormat(name) || isVendorFormat(name)) throw new ColumnMapNameTakenError(name);
    const vocabulary = await this.catalogue.vocabulary(tenant, running);
    const own = vocabulary.subjects.get(subject) ?? this.catalogue.subject(subject);
    readColumns({ subject: own, vocabulary }, columns);
    if (reachable_by && own.roles?.[channelDefinitions[reachable_by].address] === undefined)
      throw new ChannelUnknownError(reachable_by, subject);
  }
}

const act = (
  how: 'created' | 'changed' | 'deleted',
  { id, subject, format, columns, reachable_by, version }: ColumnMapRow,
): AuditedAct => ({
  action: `column-map.${how}`,
  target: { type: 'column-map', id },
  details: { subject, format, columns: columns.map(({ field }) => field), reachable_by, version },
});

const shown = ({ tenant_id: _, ...map }: ColumnMapRow): ColumnMapView => map;
