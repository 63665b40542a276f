/** Changes a field's type: reads every value as the new one, and converts all of them or none. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audit } from '../access/audit/audit.service.js';
import type { CustomFieldRow, CustomFieldType, FieldValue } from './custom-field.entity.js';
import { type CustomFieldView, viewOf } from './custom-field.view.js';
import {
  CustomFieldArchivedError,
  CustomFieldChangedError,
  CustomFieldInvalidError,
  CustomFieldNotFoundError,
  CustomFieldUnconvertibleError,
} from './custom-fields.errors.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { edited } from './custom-fields.service.js';
import { checkDefinition, type OptionInput } from './definition.js';
import { fieldAct } from './field-act.js';
import { convertValue, hasOptions, showValue } from './field-kinds.js';
import { FieldSubjects, FieldUsage, type UsingSegment } from './field-usage.js';
import { type RecordValue, ValuesRepository } from './values.repository.js';

export interface ConversionRequest {
  readonly type: CustomFieldType;
  /** Of a selection that was none before. */
  readonly options?: readonly OptionInput[] | undefined;
  /** Only reports. */
  readonly dry_run?: boolean | undefined;
  /** Deletes what cannot be read as the new type; without it, one such value keeps all as they are. */
  readonly drop_unreadable?: boolean | undefined;
}

export interface UnreadableValue {
  /** The record. */
  readonly id: string;
  readonly value: unknown;
  readonly message: string;
}

export interface ConversionReport {
  /** As it is now. */
  readonly field: CustomFieldView;
  readonly converted: boolean;
  readonly total: number;
  readonly readable: number;
  readonly unreadable: number;
  /** The first of them. */
  readonly unreadable_values: readonly UnreadableValue[];
  /** Whether the default can be read as the new type; true where there is none. */
  readonly default_readable: boolean;
  /** The segments whose rules use the field: operators of the old type break them. */
  readonly segments: readonly UsingSegment[];
}

const mostListed = 100;
const batchSize = 5000;

@Injectable()
export class CustomFieldConversion {
  constructor(
    private readonly repository: CustomFieldsRepository,
    private readonly values: ValuesRepository,
    private readonly subjects: FieldSubjects,
    private readonly usage: FieldUsage,
    private readonly audit: Audit,
  ) {}

  /** @throws CustomFieldUnconvertibleError where a value cannot be read and it was not said to drop it */
  convert(actor: Actor, id: string, version: number, request: ConversionRequest): Promise<ConversionReport> {
    return this.repository.transaction(actor.tenant, async (manager) => {
      await this.repository.lockToChange(manager, actor.tenant);
      const current = await this.current(manager, actor, id, version);
      const next = nextOf(current, request, actor);
      const found = await this.survey(manager, current, next);
      const readsDefault = current.default_value === null || next.default_value !== null;
      const report = {
        ...found,
        default_readable: readsDefault,
        segments: await this.usage.of(manager, actor.tenant, current),
      };
      if (request.dry_run) return { field: viewOf(current), converted: false, ...report };
      if (!request.drop_unreadable && (found.unreadable > 0 || !readsDefault))
        throw new CustomFieldUnconvertibleError(next.type, report);
      await this.repository.update(manager, next);
      await this.rewrite(manager, current, next);
      await this.usage.changed(manager, actor.tenant, next);
      const { total: values, unreadable: dropped } = found;
      const details = { from: current.type, to: next.type, values, dropped };
      await this.audit.record(actor, fieldAct('converted', next, details), manager);
      return { field: viewOf(next), converted: true, ...report };
    });
  }

  private async current(
    manager: EntityManager,
    actor: Actor,
    id: string,
    version: number,
  ): Promise<CustomFieldRow> {
    const row = await this.repository.find(actor.tenant, id, manager);
    if (!row) throw new CustomFieldNotFoundError(id);
    if (row.version !== version) throw new CustomFieldChangedError(version, row.version, row.updated_by);
    if (row.archived_at) throw new CustomFieldArchivedError(row.key);
    return row;
  }

  private async survey(manager: EntityManager, from: CustomFieldRow, to: CustomFieldRow) {
    const unreadable_values: UnreadableValue[] = [];
    let [total, unreadable] = [0, 0];
    for await (const batch of this.batches(manager, from)) {
      total += batch.length;
      for (const { id, value } of batch) {
        const read = convertValue(value, to);
        if ('value' in read) continue;
        unreadable += 1;
        if (unreadable_values.length < mostListed)
          unreadable_values.push({ id, value: showValue(from.type, value), message: read.message });
      }
    }
    return { total, readable: total - unreadable, unreadable, unreadable_values };
  }

  private async rewrite(manager: EntityManager, from: CustomFieldRow, to: CustomFieldRow): Promise<void> {
    const { keyType } = this.subjects.fieldSubject(from.subject);
    for await (const batch of this.batches(manager, from)) {
      const values = batch.map(({ id, value }): RecordValue => {
        const read = convertValue(value, to);
        return { id, value: 'value' in read ? read.value : null };
      });
      await this.values.write(manager, to, keyType, values);
    }
  }

  private async *batches(
    manager: EntityManager,
    field: CustomFieldRow,
  ): AsyncGenerator<{ id: string; value: FieldValue }[]> {
    const { keyType } = this.subjects.fieldSubject(field.subject);
    for (let after: string | undefined; ; ) {
      const batch = await this.values.page(manager, field, keyType, batchSize, after);
      if (batch.length > 0) yield batch;
      if (batch.length < batchSize) return;
      after = batch.at(-1)?.id;
    }
  }
}

/** The field as it will be. @throws CustomFieldInvalidError */
function nextOf(current: CustomFieldRow, { type, options }: ConversionRequest, actor: Actor): CustomFieldRow {
  const same = { path: 'type', code: 'type.same', message: `The field is a ${type} already.` };
  if (type === current.type) throw new CustomFieldInvalidError([same]);
  const given = options ?? (hasOptions(type) ? current.options : []);
  const definition = checkDefinition({
    label: current.label,
    type,
    options: given,
    required: current.required,
  });
  const read = current.default_value === null ? undefined : convertValue(current.default_value, definition);
  const default_value = read && 'value' in read ? read.value : null;
  return edited(current, { ...definition, default_value }, actor);
}
