/** Writes the values of many records at once, as imports do: what one row gets wrong does not keep the others out. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestProblem } from '../access/access.errors.js';
import type { CustomFieldRow, FieldValue } from './custom-field.entity.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { type FieldSubject, FieldSubjects } from './field-usage.js';
import { type RecordValue, ValuesRepository } from './values.repository.js';
import { type GivenValues, readGiven, unknownKeys } from './values.service.js';

/** Values of one record, as JSON by the keys of the fields. What is not named stays as it is; null removes. */
export interface ValuesOfRecord {
  readonly id: string;
  readonly values: GivenValues;
}

/** A row that was left out, by its place in the list, and everything that is wrong with it. */
export interface RefusedValues {
  readonly row: number;
  readonly id: string;
  readonly problems: readonly RequestProblem[];
}

@Injectable()
export class BulkValues {
  constructor(
    private readonly repository: CustomFieldsRepository,
    private readonly values: ValuesRepository,
    private readonly subjects: FieldSubjects,
  ) {}

  /**
   * Some thousand rows at a time are best. Records that have no value of a field with a default get the default. Of
   * two rows with one id, the later counts. A required field is demanded where a row names it. With `running`, in that
   * transaction, which then sees its own records.
   * @throws UnknownSubjectError
   */
  write(
    tenant: string,
    subject: string,
    rows: readonly ValuesOfRecord[],
    running?: EntityManager,
  ): Promise<RefusedValues[]> {
    const known = this.subjects.fieldSubject(subject);
    return this.repository.transaction(
      tenant,
      (manager) => this.writeIn(manager, tenant, known, rows),
      running,
    );
  }

  private async writeIn(
    manager: EntityManager,
    tenant: string,
    known: FieldSubject,
    rows: readonly ValuesOfRecord[],
  ): Promise<RefusedValues[]> {
    const { name: subject } = known;
    await this.repository.lockToUse(manager, tenant);
    const fields = await this.repository.active(manager, tenant, subject);
    const asked = [...new Set(rows.map(({ id }) => id))];
    const ids = await this.subjects.existing(manager, tenant, subject, asked);
    const taken = new Map<string, ReadonlyMap<string, FieldValue | null>>();
    const refused: RefusedValues[] = [];
    rows.forEach(({ id, values }, row) => {
      const key = ids.get(id);
      const read = readRow(fields, subject, key === undefined ? undefined : values, id);
      if ('problems' in read) refused.push({ row, id, problems: read.problems });
      else if (key !== undefined) taken.set(key, new Map([...(taken.get(key) ?? []), ...read.values]));
    });
    await this.store(manager, known, fields, taken);
    return refused;
  }

  private async store(
    manager: EntityManager,
    { keyType }: FieldSubject,
    fields: readonly CustomFieldRow[],
    taken: ReadonlyMap<string, ReadonlyMap<string, FieldValue | null>>,
  ): Promise<void> {
    for (const field of fields) {
      const written = [...taken].flatMap(([id, values]): RecordValue[] => {
        const value = values.get(field.key);
        return value === undefined ? [] : [{ id, value }];
      });
      const unsaid = [...taken].flatMap(([id, values]) => (values.has(field.key) ? [] : [id]));
      await this.values.write(manager, field, keyType, written);
      await this.values.fill(manager, field, keyType, unsaid);
    }
  }
}

/** By the keys of the fields. `values` is undefined where there is no such record. */
function readRow(
  fields: readonly CustomFieldRow[],
  subject: string,
  values: GivenValues | undefined,
  id: string,
): { readonly values: Map<string, FieldValue | null> } | { readonly problems: RequestProblem[] } {
  if (!values) {
    const message = `There is no ${subject} with the id ${id}.`;
    return { problems: [{ path: 'id', code: 'record.not-found', message }] };
  }
  const problems = unknownKeys(fields, values);
  const read = new Map<string, FieldValue | null>();
  for (const field of fields) {
    if (!Object.hasOwn(values, field.key)) continue;
    const value = readGiven(field, values[field.key], undefined);
    if ('value' in value) read.set(field.key, value.value);
    else problems.push({ path: `values.${field.key}`, ...value });
  }
  return problems.length > 0 ? { problems } : { values: read };
}
