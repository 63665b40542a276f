/** The catalogue as the API shows it: what a rule builder offers. */

import type { Collection, Field, Option, RecordType, Vocabulary } from '../rule-language/field.js';
import { type Operator, operatorsOf } from '../rule-language/operators.js';

export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly type: Field['type'];
  readonly kind: 'field' | 'metric' | 'derived';
  readonly operators: readonly Operator[];
  readonly options?: readonly Option[];
  readonly open?: boolean;
  readonly exact?: boolean;
}

export interface CatalogueView {
  readonly subjects: readonly { name: string; label: string; record: string }[];
  readonly records: readonly {
    name: string;
    label: string;
    fields: readonly FieldView[];
    paths: readonly { name: string; label: string; record: string }[];
    collections: readonly { name: string; label: string; record: string; time?: string }[];
  }[];
  readonly segment_operators: readonly Operator[];
}

export function viewOf({ subjects, records }: Vocabulary): CatalogueView {
  return {
    subjects: [...subjects.values()].map(({ name, record }) => ({
      name,
      label: record.label,
      record: record.name,
    })),
    records: [...records.values()].map((record) => ({
      name: record.name,
      label: record.label,
      fields: [...record.fields.values()].map(fieldView),
      paths: [...record.paths.values()].map(({ name, label, target }) => ({ name, label, record: target })),
      collections: collectionViews(record),
    })),
    segment_operators: operatorsOf('segment'),
  };
}

const kinds = { metric: 'metric', derived: 'derived' } as const;

function fieldView({ name, label, type, source, options, open, exact }: Field): FieldView {
  return {
    name,
    label,
    type,
    kind: source.kind === 'metric' || source.kind === 'derived' ? kinds[source.kind] : 'field',
    operators: operatorsOf(type),
    ...(options && { options }),
    ...(open && { open }),
    ...(exact && { exact }),
  };
}

const collectionViews = ({ collections }: RecordType) =>
  [...collections.values()].map(({ name, label, steps }: Collection) => {
    const last = steps.at(-1);
    return { name, label, record: last?.target ?? '', ...(last?.time !== undefined && { time: last.time }) };
  });
