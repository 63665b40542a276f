/** The fields of a record: from its columns, from what is declared, and the parts of its datetimes. */

import type { Field, FieldSource, FieldType, Option } from '../rule-language/field.js';
import { readColumnType } from './column-types.js';
import type {
  DerivedDeclaration,
  FieldDeclaration,
  FieldDetails,
  Label,
  OptionDeclaration,
} from './declaration.js';
import type { Draft } from './draft.js';
import { CatalogueError } from './errors.js';
import { labelled } from './labels.js';

/** Fills in the fields that need no look at other records. */
export function buildFields(draft: Draft): void {
  const { declaration, entity, record } = draft;
  const declared = declaration.fields ?? {};
  for (const [name, { hidden, ...column }] of entity?.columns ?? []) {
    const shown = declared[name] ?? !hidden;
    if (!shown || name === record.tenant?.column) continue;
    const details = detailsOf(declared[name] || {});
    if (isColumn(details)) add(draft, columnField(draft, name, { ...column, ...details }));
  }
  for (const [name, field] of Object.entries(declared)) {
    if (field !== false && !record.fields.has(name)) add(draft, declaredField(draft, name, detailsOf(field)));
  }
  for (const [name, derived] of Object.entries(declaration.derived ?? {}))
    add(draft, derivedField(name, derived));
}

const detailsOf = (field: FieldDeclaration): FieldDetails =>
  typeof field === 'string' ? { columnType: field } : field;

const isColumn = (details: FieldDetails): boolean => !details.json && !details.point;

function add({ record, name }: Draft, field: Field | undefined): void {
  if (!field) return;
  if (record.fields.has(field.name))
    throw new CatalogueError(`record “${name}”`, `the field “${field.name}” is there twice.`);
  record.fields.set(field.name, field);
  if (field.type !== 'datetime' || field.source.kind === 'derived') return;
  for (const part of partsOf(field)) record.fields.set(part.name, part);
}

function declaredField(draft: Draft, name: string, details: FieldDetails): Field {
  if (details.json) return jsonField(draft, name, details);
  if (details.point) {
    const source: FieldSource = { kind: 'point', ...details.point };
    return {
      name,
      ...labelled(details.label, name),
      type: 'point',
      source,
      ...(details.sensitive && { sensitive: true }),
    };
  }
  const field = columnField(draft, name, details);
  if (!field)
    throw new CatalogueError(
      `field “${draft.name}.${name}”`,
      `say the type of its column; “${details.columnType ?? ''}” cannot be asked.`,
    );
  return field;
}

function columnField(draft: Draft, name: string, details: FieldDetails): Field | undefined {
  const column = readColumnType(details.columnType ?? '');
  if (!column) return undefined;
  const type = details.type ?? column.type;
  if (column.storage === 'naive' && details.zone === undefined)
    throw new CatalogueError(
      `field “${draft.name}.${name}”`,
      'a timestamp without time zone needs the zone it is meant in.',
    );
  const source: FieldSource = {
    kind: 'column',
    column: details.column ?? name,
    storage: column.storage,
    ...(details.zone !== undefined && { zone: details.zone }),
    ...((column.finite ?? details.finite) && { finite: true }),
  };
  return finished(draft, name, type, source, { exact: column.exact ?? false, ...details });
}

function jsonField(draft: Draft, name: string, details: FieldDetails): Field {
  const [column, ...keys] = details.json ?? [''];
  if (!details.type || details.type === 'point' || keys.length === 0)
    throw new CatalogueError(
      `field “${draft.name}.${name}”`,
      'a key of a JSON column needs its `type`, and the way down to it: [column, key, …].',
    );
  return finished(draft, name, details.type, { kind: 'json', column, keys }, details);
}

function finished(
  draft: Draft,
  name: string,
  type: FieldType,
  source: FieldSource,
  details: FieldDetails,
): Field {
  if (type === 'select' && !details.options && details.open !== true)
    throw new CatalogueError(`field “${draft.name}.${name}”`, 'a select needs `options`, or `open: true`.');
  return {
    name,
    ...labelled(details.label, name),
    type,
    source,
    ...(details.exact && type === 'text' && { exact: true }),
    ...(details.options && { options: optionsOf(details.options) }),
    ...(details.open && { open: true }),
    ...(details.sensitive && { sensitive: true }),
  };
}

const optionsOf = (options: readonly (string | OptionDeclaration)[]): Option[] =>
  options.map((option) => {
    if (typeof option === 'string') return { value: option, ...labelled(undefined, option) };
    return { ...option, ...labelled(option.label, option.value) };
  });

function derivedField(name: string, declared: DerivedDeclaration): Field {
  const { label, type, inputs, derivation, options, sensitive } = declared;
  return {
    name,
    ...labelled(label, name),
    type,
    source: { kind: 'derived', inputs, derivation },
    ...(options && { options: optionsOf(options) }),
    ...(type === 'select' && !options && { open: true }),
    ...(sensitive && { sensitive }),
  };
}

const weekdays: readonly (readonly [value: string, german: string])[] = [
  ['monday', 'Montag'],
  ['tuesday', 'Dienstag'],
  ['wednesday', 'Mittwoch'],
  ['thursday', 'Donnerstag'],
  ['friday', 'Freitag'],
  ['saturday', 'Samstag'],
  ['sunday', 'Sonntag'],
];
const weekdayOptions = optionsOf(weekdays.map(([value, de]) => ({ value, label: { de } })));
const partsInGerman = { date: 'Datum', hour: 'Stunde', weekday: 'Wochentag' } as const;

/** The local date, hour and weekday of a datetime are fields of their own. */
function partsOf({ name, label, labels }: Field): Field[] {
  const called = (which: keyof typeof partsInGerman): Label => ({
    en: `${label}: ${which}`,
    de: `${labels?.de ?? label}: ${partsInGerman[which]}`,
  });
  const part = (which: keyof typeof partsInGerman, type: FieldType): Field => ({
    name: `${name}.${which}`,
    ...labelled(called(which), name),
    type,
    source: { kind: 'part', of: name, part: which },
  });
  return [
    part('date', 'date'),
    part('hour', 'number'),
    { ...part('weekday', 'select'), options: weekdayOptions },
  ];
}
