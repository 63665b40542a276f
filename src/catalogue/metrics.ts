/** Metrics: measures under a name, of the type that their measure has. */

import type { Field, FieldType, RecordType } from '../rule-language/field.js';
import type { Measure } from '../rule-language/rule.js';
import type { Draft } from './draft.js';
import { CatalogueError } from './errors.js';
import { labelled } from './labels.js';

/** Adds every record's metrics; a metric may be of another record's metric. */
export function buildMetrics(drafts: ReadonlyMap<string, Draft>): void {
  for (const draft of drafts.values())
    for (const name of Object.keys(draft.declaration.metrics ?? {})) metric(draft, name, drafts, []);
}

function metric(
  draft: Draft,
  name: string,
  drafts: ReadonlyMap<string, Draft>,
  pending: readonly string[],
): Field | undefined {
  const declared = draft.declaration.metrics?.[name];
  if (!declared) return undefined;
  const known = draft.record.fields.get(name);
  if (known?.source.kind === 'metric') return known;
  const place = `${draft.name}.${name}`;
  if (known) throw new CatalogueError(`metric “${place}”`, 'a field of that name is there already.');
  if (pending.includes(place)) throw new CatalogueError(`metric “${place}”`, 'it is computed from itself.');
  const { label, sensitive, ...measure } = declared;
  const field: Field = {
    name,
    ...labelled(label, name),
    source: { kind: 'metric', measure },
    ...(sensitive && { sensitive }),
    ...typeOf(draft, measure, drafts, [...pending, place]),
  };
  draft.record.fields.set(name, field);
  return field;
}

const valued: ReadonlySet<string> = new Set(['minimum', 'maximum', 'most_frequent', 'first', 'last']);

/** Numbers, or for measures that pick a value, what `of` is. */
function typeOf(
  draft: Draft,
  measure: Measure,
  drafts: ReadonlyMap<string, Draft>,
  pending: readonly string[],
): Pick<Field, 'type' | 'options' | 'open' | 'exact'> {
  if (!valued.has(measure.measure)) return { type: 'number' };
  const where = `metric “${pending.at(-1)}”`;
  const target = targetOf(draft, measure.related, drafts, where);
  const { type, options, open, exact } = fieldAt(target, measure.of ?? '', drafts, pending);
  return {
    type: type as FieldType,
    ...(options && { options }),
    ...(open && { open }),
    ...(exact && { exact }),
  };
}

function targetOf(draft: Draft, related: string, drafts: ReadonlyMap<string, Draft>, where: string): Draft {
  const names = related.split('.');
  const last = names.pop() ?? '';
  let record: RecordType = draft.record;
  for (const name of names) record = recordAt(record.paths.get(name)?.target, drafts, where, name).record;
  const target = record.collections.get(last)?.steps.at(-1)?.target;
  return recordAt(target, drafts, where, related);
}

function recordAt(
  name: string | undefined,
  drafts: ReadonlyMap<string, Draft>,
  where: string,
  asked: string,
): Draft {
  const draft = drafts.get(name ?? '');
  if (!draft) throw new CatalogueError(where, `“${asked}” leads to no declared record.`);
  return draft;
}

/** The field at a name that may have paths before it. */
function fieldAt(
  draft: Draft,
  name: string,
  drafts: ReadonlyMap<string, Draft>,
  pending: readonly string[],
): Field {
  const field = draft.record.fields.get(name) ?? metric(draft, name, drafts, pending);
  if (field) return field;
  const where = `metric “${pending.at(-1)}”`;
  const [first, ...rest] = name.split('.');
  const target = draft.record.paths.get(first ?? '')?.target;
  if (target === undefined || rest.length === 0)
    throw new CatalogueError(where, `“${draft.name}” has no field “${name}”.`);
  return fieldAt(recordAt(target, drafts, where, name), rest.join('.'), drafts, pending);
}
