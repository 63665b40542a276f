/** Fills custom fields from an import: plans which, makes the new ones, and has the values of each batch written. */

import type { EntityManager } from 'typeorm';
import type { Actor, BulkValues, CustomFields, TenantDatabase } from '../../../index.js';
import { ImportError } from '../import.errors.js';
import type { ImportMap, MatchedHeader } from '../import-map.js';
import type { ImportTarget } from '../targets.js';
import { customColumns } from './custom-columns.js';
import { CustomValues } from './custom-values.js';
import { existingFields, type PlannedField, planFields } from './planned-fields.js';

/** Who fills custom fields, and by what. */
export interface CustomFieldsRequest {
  /** Of the tenant that the records are of. */
  readonly actor: Actor;
  readonly database: TenantDatabase;
  readonly fields: CustomFields;
  readonly values: BulkValues;
  /** Which columns go where, before anything is written. */
  readonly onPlan?: (fields: readonly PlannedField[]) => void;
}

/** The file whose columns they are. */
export interface CustomSource {
  readonly file: string;
  readonly map: ImportMap;
  readonly header: readonly string[];
  readonly matched: MatchedHeader;
  /** IANA, the tenant's. */
  readonly zone: string;
}

export class CustomImport {
  private constructor(
    private readonly request: CustomFieldsRequest,
    private readonly subject: string,
    readonly fields: readonly PlannedField[],
    readonly values: CustomValues,
  ) {}

  /** Reads the file once. @throws ImportError where the target has no custom fields, or a column cannot go to one */
  static async plan(
    request: CustomFieldsRequest,
    target: ImportTarget,
    { file, map, header, matched, zone }: CustomSource,
  ): Promise<CustomImport> {
    const { subject } = target;
    if (subject === undefined) {
      throw new ImportError(
        'import.no-custom-fields',
        'Only contacts and companies have custom fields: import everything else without --custom.',
      );
    }
    const { actor, values } = request;
    const columns = customColumns(header, matched, map, zone);
    const existing = await existingFields(request.fields, actor, subject);
    const fields = await planFields(file, map, columns, existing);
    request.onPlan?.(fields);
    return new CustomImport(
      request,
      subject,
      fields,
      new CustomValues(values, actor.tenant, subject, target, fields),
    );
  }

  /** Whether a column of the file goes to a custom field. */
  takes(cell: number): boolean {
    return this.fields.some(({ source }) => source.cell === cell);
  }

  /** Makes the fields that are not there yet. */
  async makeFields(manager: EntityManager): Promise<void> {
    const { actor, fields } = this.request;
    for (const { key, label, type, isNew } of this.fields) {
      if (isNew) await fields.create(actor, { subject: this.subject, key, label, type }, manager);
    }
  }
}
