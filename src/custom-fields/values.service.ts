/** Reads and writes the values of records. Nothing is stored that its field would not take. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestProblem } from '../access/access.errors.js';
import type { Actor } from '../access/actor.js';
import type { CustomFieldRow, FieldValue } from './custom-field.entity.js';
import { CustomFieldInvalidError, RecordNotFoundError } from './custom-fields.errors.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { readValue, showValue } from './field-kinds.js';
import { type FieldSubject, FieldSubjects } from './field-usage.js';
import { ValuesRepository } from './values.repository.js';

/** The values of a record by the keys of its fields: null where it has none. */
export interface RecordValues {
  readonly subject: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Values as they come: JSON by the keys of the fields. */
export type GivenValues = Readonly<Record<string, unknown>>;

@Injectable()
export class CustomFieldValues {
  constructor(
    private readonly repository: CustomFieldsRepository,
    private readonly values: ValuesRepository,
    private readonly subjects: FieldSubjects,
  ) {}

  /** @throws RecordNotFoundError, also for another tenant's; UnknownSubjectError */
  read(actor: Actor, subject: string, id: string): Promise<RecordValues> {
    return this.ofRecord(actor.tenant, subject, id, async (manager, known, key, fields) =>
      shown(known, key, fields, await this.values.of(manager, fields, known, key)),
    );
  }

  /**
   * All values of a record: a field that is not named gets its default, or else has no value.
   * @throws CustomFieldInvalidError with every problem; RecordNotFoundError; UnknownSubjectError
   */
  write(actor: Actor, subject: string, id: string, given: GivenValues): Promise<RecordValues> {
    return this.ofRecord(actor.tenant, subject, id, async (manager, known, key, fields) => {
      await this.values.lockRecord(manager, actor.tenant, subject, key);
      const current = await this.values.of(manager, fields, known, key);
      const read = readAll(fields, given, current);
      for (const field of fields)
        await this.values.write(manager, field, known.keyType, [
          { id: key, value: read.get(field.id) ?? null },
        ]);
      return shown(known, key, fields, read);
    });
  }

  private ofRecord<Result>(
    tenant: string,
    subject: string,
    id: string,
    work: (
      manager: EntityManager,
      known: FieldSubject,
      key: string,
      fields: CustomFieldRow[],
    ) => Promise<Result>,
  ): Promise<Result> {
    const known = this.subjects.fieldSubject(subject);
    return this.repository.transaction(tenant, async (manager) => {
      await this.repository.lockToUse(manager, tenant);
      const key = (await this.subjects.existing(manager, tenant, subject, [id])).get(id);
      if (key === undefined) throw new RecordNotFoundError(subject, id);
      return work(manager, known, key, await this.repository.active(manager, tenant, subject));
    });
  }
}

function shown(
  { name: subject }: FieldSubject,
  id: string,
  fields: readonly CustomFieldRow[],
  values: ReadonlyMap<string, FieldValue | null>,
): RecordValues {
  const entries = fields.map((field) => [field.key, showValue(field.type, values.get(field.id) ?? null)]);
  return { subject, id, values: Object.fromEntries(entries) };
}

/** By the ids of the fields. @throws CustomFieldInvalidError */
function readAll(
  fields: readonly CustomFieldRow[],
  given: GivenValues,
  current: ReadonlyMap<string, FieldValue>,
): Map<string, FieldValue | null> {
  const problems = unknownKeys(fields, given);
  const values = new Map<string, FieldValue | null>();
  for (const field of fields) {
    const read = Object.hasOwn(given, field.key)
      ? readGiven(field, given[field.key], current.get(field.id))
      : demanded(field, field.default_value);
    if ('value' in read) values.set(field.id, read.value);
    else problems.push({ path: `values.${field.key}`, ...read });
  }
  if (problems.length > 0) throw new CustomFieldInvalidError(problems);
  return values;
}

/** A value for a field; an archived option only for a record that has it already. */
export function readGiven(field: CustomFieldRow, given: unknown, current: FieldValue | undefined) {
  const kept = typeof current === 'object' ? current : current === undefined ? [] : [String(current)];
  const read = readValue(given, { ...field, kept });
  return 'value' in read ? demanded(field, read.value) : read;
}

const demanded = ({ required, label }: CustomFieldRow, value: FieldValue | null) =>
  value === null && required ? { code: 'value.required', message: `“${label}” needs a value.` } : { value };

export const unknownKeys = (fields: readonly CustomFieldRow[], given: GivenValues): RequestProblem[] =>
  Object.keys(given)
    .filter((key) => fields.every((field) => field.key !== key))
    .map((key) => ({
      path: `values.${key.slice(0, 60)}`,
      code: 'field.unknown',
      message: `There is no custom field “${key.slice(0, 60)}”, or it is archived.`,
    }));
