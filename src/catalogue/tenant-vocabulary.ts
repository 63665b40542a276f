/** A tenant's vocabulary: the host's, and the tenant's custom fields among the fields of its subjects. */

import type { CustomFieldRow } from '../custom-fields/custom-field.entity.js';
import { fieldName } from '../custom-fields/custom-field.view.js';
import { fieldKinds } from '../custom-fields/field-kinds.js';
import { valuesOf } from '../custom-fields/values.sql.js';
import { type Field, keyOf, type RecordType, type Subject, type Vocabulary } from '../rule-language/field.js';

/** The host's own where there are no custom fields. Where both have a field of one name, it is the host's. */
export function tenantVocabulary(host: Vocabulary, definitions: readonly CustomFieldRow[]): Vocabulary {
  if (definitions.length === 0) return host;
  const records = new Map(host.records);
  const subjects = new Map(host.subjects);
  for (const subject of host.subjects.values()) {
    const own = definitions.filter((definition) => definition.subject === subject.name);
    const record = withFields(
      subject.record,
      own.map((definition) => fieldOf(definition, subject)),
    );
    records.set(record.name, record);
    subjects.set(subject.name, { ...subject, record });
  }
  return { subjects, records };
}

function withFields(record: RecordType, fields: readonly Field[]): RecordType {
  const added = fields.filter(({ name }) => !record.fields.has(name));
  return {
    ...record,
    fields: new Map([...record.fields, ...added.map((field) => [field.name, field] as const)]),
  };
}

function fieldOf(definition: CustomFieldRow, subject: Subject): Field {
  const { type, column, storage } = fieldKinds[definition.type];
  const { options, archived_at } = definition;
  return {
    name: fieldName(definition.key),
    label: definition.label,
    type,
    source: {
      kind: 'row',
      row: {
        table: valuesOf(subject.name),
        on: [{ from: keyOf(subject).column, to: 'subject_id' }],
        tenant: { column: 'tenant_id', type: 'text' },
        names: { column: 'field_id', type: 'uuid' },
        id: definition.id,
      },
      column,
      storage,
      // Each by a CHECK.
      ...((type === 'number' || type === 'date') && { finite: true }),
    },
    ...(options.length > 0 && { options }),
    ...(archived_at && { archived: true }),
  };
}
