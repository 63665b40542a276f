/** The catalogue as the API shows it: what a rule builder offers. */

import type { Field, Labels, Option, RecordType, Vocabulary } from '../rule-language/field.js';
import { type Operator, operatorsOf } from '../rule-language/operators.js';
import type { LanguageCode } from '../rule-language/to-words.js';
import type { Coverages } from './coverage.service.js';

export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly type: Field['type'];
  readonly kind: 'field' | 'metric' | 'derived';
  readonly operators: readonly Operator[];
  readonly options?: readonly Pick<Option, 'value' | 'label' | 'archived'>[];
  readonly open?: boolean;
  readonly exact?: boolean;
  /** The part of the records that has a value, 0 to 1; null where it is not known, as of metrics. */
  readonly coverage: number | null;
}

export interface CatalogueView {
  readonly subjects: readonly { name: string; label: string; record: string }[];
  readonly records: readonly {
    name: string;
    label: string;
    /** Whether the coverage of its fields is that of a sample. */
    coverage_estimated: boolean;
    fields: readonly FieldView[];
    paths: readonly { name: string; label: string; record: string }[];
    collections: readonly { name: string; label: string; record: string; time?: string }[];
  }[];
  readonly segment_operators: readonly Operator[];
}

type Called = (labelled: { readonly label: string; readonly labels?: Labels }) => string;

/** With labels in the language, where they are declared in it. */
export function viewOf(
  { subjects, records }: Vocabulary,
  language: LanguageCode = 'en',
  coverages: Coverages = new Map(),
): CatalogueView {
  const called: Called = ({ label, labels }) => (language === 'en' ? label : labels?.[language]) ?? label;
  return {
    subjects: [...subjects.values()].map(({ name, record }) => ({
      name,
      label: called(record),
      record: record.name,
    })),
    records: [...records.values()].map((record) => ({
      name: record.name,
      label: called(record),
      coverage_estimated: coverages.get(record)?.estimated ?? false,
      fields: [...record.fields.values()]
        .filter(({ archived }) => !archived)
        .map((field) => ({
          ...fieldView(field, called),
          coverage: coverages.get(record)?.shares.get(field) ?? null,
        })),
      paths: [...record.paths.values()].map((path) => ({
        name: path.name,
        label: called(path),
        record: path.target,
      })),
      collections: collectionViews(record, called),
    })),
    segment_operators: operatorsOf('segment'),
  };
}

const kinds = { metric: 'metric', derived: 'derived' } as const;

function fieldView(field: Field, called: Called): Omit<FieldView, 'coverage'> {
  const { name, type, source, options, open, exact } = field;
  return {
    name,
    label: called(field),
    type,
    kind: source.kind === 'metric' || source.kind === 'derived' ? kinds[source.kind] : 'field',
    operators: operatorsOf(type),
    ...(options && { options: options.map((option) => optionView(option, called)) }),
    ...(open && { open }),
    ...(exact && { exact }),
  };
}

function optionView(option: Option, called: Called) {
  const { labels: _, ...rest } = option;
  return { ...rest, label: called(option) };
}

const collectionViews = ({ collections }: RecordType, called: Called) =>
  [...collections.values()].map((collection) => {
    const last = collection.steps.at(-1);
    return {
      name: collection.name,
      label: called(collection),
      record: last?.target ?? '',
      ...(last?.time !== undefined && { time: last.time }),
    };
  });
