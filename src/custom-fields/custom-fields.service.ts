/** Decides over custom fields: makes, changes, archives, restores and deletes their definitions. */

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { RequestProblem } from '../access/access.errors.js';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { Page } from '../access/page.js';
import { cursorAfter, readCursor } from '../access/sorted-cursor.js';
import type { CustomFieldRow } from './custom-field.entity.js';
import { type CustomFieldView, fieldName, viewOf } from './custom-field.view.js';
import {
  CustomFieldChangedError,
  CustomFieldInUseError,
  CustomFieldKeyTakenError,
  CustomFieldNotArchivedError,
  CustomFieldNotFoundError,
} from './custom-fields.errors.js';
import { CustomFieldsRepository, type FieldFilter, type FieldSort } from './custom-fields.repository.js';
import { checkDefinition, type DefinitionInput } from './definition.js';
import { fieldAct } from './field-act.js';
import { FieldSubjects, FieldUsage } from './field-usage.js';
import { ValuesRepository } from './values.repository.js';

export interface NewCustomField extends DefinitionInput {
  /** The kind of record: a subject of the catalogue. */
  readonly subject: string;
  /** Lower-case letters, digits and underscores, a letter first. Stays as it is. */
  readonly key: string;
}

/** What is not given stays. The type changes by conversion. */
export type ChangedCustomField = Partial<Omit<DefinitionInput, 'type'>>;

export interface FieldPage {
  readonly limit: number;
  /** The `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
  readonly sort?: FieldSort;
}

const asMade: FieldSort = { by: 'created_at', descending: false };

@Injectable()
export class CustomFields {
  constructor(
    private readonly repository: CustomFieldsRepository,
    private readonly values: ValuesRepository,
    private readonly subjects: FieldSubjects,
    private readonly usage: FieldUsage,
    private readonly audit: Audit,
  ) {}

  /**
   * With `running`, in that transaction, which keeps others from changing fields and writing values until it ends.
   * @throws CustomFieldInvalidError, CustomFieldKeyTakenError, UnknownSubjectError
   */
  async create(actor: Actor, input: NewCustomField, running?: EntityManager): Promise<CustomFieldView> {
    const { name: subject } = this.subjects.fieldSubject(input.subject);
    if (this.subjects.declares(subject, fieldName(input.key)))
      throw new CustomFieldKeyTakenError(subject, input.key);
    const now = new Date();
    const row: CustomFieldRow = {
      id: uuid(),
      tenant_id: actor.tenant,
      subject,
      key: input.key,
      ...checkDefinition(input),
      archived_at: null,
      version: 1,
      created_at: now,
      created_by: actor.name,
      updated_at: now,
      updated_by: actor.name,
    };
    const insert = async (manager: EntityManager): Promise<void> => {
      await this.repository.insert(manager, row);
      await this.usage.changed(manager, actor.tenant, row);
      await this.audit.record(actor, fieldAct('created', row, { type: row.type }), manager);
    };
    await this.change(actor, insert, running);
    return viewOf(row);
  }

  /** In the order they were made, unless another is asked for. @throws CursorInvalidError */
  async list(
    actor: Actor,
    filter: FieldFilter,
    { limit, cursor, sort = asMade }: FieldPage,
  ): Promise<Page<CustomFieldView>> {
    const after = readCursor(sort, cursor, ({ id }) => isUUID(id));
    const [rows, total] = await Promise.all([
      this.repository.list(actor.tenant, filter, sort, { limit: limit + 1, after }),
      this.repository.count(actor.tenant, filter),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ sort_key: _, ...row }) => viewOf(row)),
      total,
      next_cursor: last ? cursorAfter(sort, { key: last.sort_key, id: last.id }) : null,
    };
  }

  /** @throws CustomFieldNotFoundError, also for another tenant's */
  async read(actor: Actor, id: string): Promise<CustomFieldView> {
    return viewOf(await this.row(actor.tenant, id));
  }

  /** @throws CustomFieldChangedError when `version` is no longer the current one; nothing is changed then */
  async update(
    actor: Actor,
    id: string,
    version: number,
    input: ChangedCustomField,
  ): Promise<CustomFieldView> {
    return this.edit(actor, id, 'changed', async (manager, current) => {
      if (current.version !== version)
        throw new CustomFieldChangedError(version, current.version, current.updated_by);
      const options = input.options ?? current.options;
      const given = {
        label: input.label ?? current.label,
        type: current.type,
        options,
        required: input.required ?? current.required,
        default: input.default === undefined ? current.default_value : input.default,
      };
      const removed = current.options.filter(({ value }) =>
        options.every((option) => option.value.normalize('NFC') !== value),
      );
      return checkDefinition(given, await this.stillNeeded(manager, current, removed));
    });
  }

  /** The segments that use it are listed. @throws CustomFieldInUseError */
  archive(actor: Actor, id: string): Promise<CustomFieldView> {
    return this.edit(actor, id, 'archived', async (manager, current) => {
      if (current.archived_at) return undefined;
      await this.demandUnused(manager, current);
      return { archived_at: new Date() };
    });
  }

  restore(actor: Actor, id: string): Promise<CustomFieldView> {
    return this.edit(actor, id, 'restored', async (_, current) =>
      current.archived_at ? { archived_at: null } : undefined,
    );
  }

  /** With all of its values. @throws CustomFieldNotArchivedError, CustomFieldInUseError */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.change(actor, async (manager) => {
      const current = await this.row(actor.tenant, id, manager);
      if (!current.archived_at) throw new CustomFieldNotArchivedError(current.key);
      await this.demandUnused(manager, current);
      const values = await this.values.count(manager, current);
      await this.repository.delete(manager, current);
      await this.audit.record(actor, fieldAct('deleted', current, { type: current.type, values }), manager);
    });
  }

  private async row(tenant: string, id: string, running?: EntityManager): Promise<CustomFieldRow> {
    const row = await this.repository.find(tenant, id, running);
    if (!row) throw new CustomFieldNotFoundError(id);
    return row;
  }

  private change<Result>(
    actor: Actor,
    work: (manager: EntityManager) => Promise<Result>,
    running?: EntityManager,
  ): Promise<Result> {
    const change = async (manager: EntityManager): Promise<Result> => {
      await this.repository.lockToChange(manager, actor.tenant);
      return work(manager);
    };
    return this.repository.transaction(actor.tenant, change, running);
  }

  /** What `change` gives is changed; nothing, if it gives nothing. */
  private edit(
    actor: Actor,
    id: string,
    how: 'changed' | 'archived' | 'restored',
    change: (manager: EntityManager, current: CustomFieldRow) => Promise<Partial<CustomFieldRow> | undefined>,
  ): Promise<CustomFieldView> {
    return this.change(actor, async (manager) => {
      const current = await this.row(actor.tenant, id, manager);
      const changes = await change(manager, current);
      if (!changes) return viewOf(current);
      const row = edited(current, changes, actor);
      await this.repository.update(manager, row);
      if (!isDeepStrictEqual(meaning(row), meaning(current)))
        await this.usage.changed(manager, actor.tenant, row);
      await this.audit.record(actor, fieldAct(how, row, { version: row.version }), manager);
      return viewOf(row);
    });
  }

  private async demandUnused(manager: EntityManager, field: CustomFieldRow): Promise<void> {
    const segments = await this.usage.of(manager, field.tenant_id, field);
    if (segments.length > 0) throw new CustomFieldInUseError(field.key, segments);
  }

  /** Options that records have, or that rules may ask for, are archived and not removed. */
  private async stillNeeded(
    manager: EntityManager,
    field: CustomFieldRow,
    removed: CustomFieldRow['options'],
  ): Promise<RequestProblem[]> {
    if (removed.length === 0) return [];
    const values = removed.map(({ value }) => value);
    const taken = await this.values.taken(manager, field, values);
    const segments = await this.usage.of(manager, field.tenant_id, field);
    const asked = segments.map(({ name }) => `“${name}”`).join(', ');
    return values.flatMap((value) => {
      const who = taken.includes(value) ? 'records have it' : asked && `segments ask for the field: ${asked}`;
      const message = `“${value}” cannot be removed, since ${who}: list it with "archived": true instead.`;
      return who ? [{ path: 'options', code: 'options.in-use', message }] : [];
    });
  }
}

/** What rules go by. */
const meaning = ({ label, version, updated_at, updated_by, ...rest }: CustomFieldRow) => rest;

export const edited = (
  row: CustomFieldRow,
  changes: Partial<CustomFieldRow>,
  actor: Actor,
): CustomFieldRow => ({
  ...row,
  ...changes,
  version: row.version + 1,
  updated_at: new Date(),
  updated_by: actor.name,
});
