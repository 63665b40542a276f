/** Short ways to write fields, paths, collections and record types down. */

import type {
  Collection,
  Field,
  FieldType,
  Join,
  KeyColumn,
  KeyType,
  Option,
  RecordType,
  Step,
  Storage,
  Table,
  ToOne,
  ValueRow,
} from '../../../src/rule-language/field.js';
import type { Group, Measure, Rule } from '../../../src/rule-language/rule.js';
import type { DerivationName, DerivedSql } from './derivations.js';
import { derivation } from './derivations.js';

type Extra = Partial<Pick<Field, 'exact' | 'options' | 'open'>>;

export const schema = 'hostile';

/** A label is for people, and never a name. */
const labelOf = (name: string): string => `The ${name.replaceAll('_', ' ')}`;
const named = <T extends object>(name: string, rest: T) => ({ name, label: labelOf(name), ...rest });

export const column = (
  name: string,
  type: FieldType,
  storage: Storage,
  more: Extra & { readonly column?: string; readonly zone?: string; readonly finite?: boolean } = {},
): Field => {
  const { column: stored = name, zone, finite, ...extra } = more;
  const declared = { ...(zone === undefined ? {} : { zone }), ...(finite === undefined ? {} : { finite }) };
  return named(name, { type, source: { kind: 'column', column: stored, storage, ...declared }, ...extra });
};

export const json = (
  name: string,
  type: FieldType,
  into: string,
  keys: readonly string[],
  extra: Extra = {},
): Field => named(name, { type, source: { kind: 'json', column: into, keys }, ...extra });

/** The types of what is kept beside a record, and where. */
const keptIn = {
  text: { column: 'value_text', storage: 'text' },
  number: { column: 'value_number', storage: 'decimal' },
  date: { column: 'value_date', storage: 'date' },
  boolean: { column: 'value_boolean', storage: 'boolean' },
  select: { column: 'value_option', storage: 'text' },
  tags: { column: 'value_tags', storage: 'text[]' },
} as const satisfies Partial<Record<FieldType, { column: string; storage: Storage }>>;
export type Kept = keyof typeof keptIn;

/** The columns of a table of such values, in SQL. */
export const valueColumns = {
  ...{ field_id: 'uuid not null', value_text: 'text', value_number: 'numeric', value_date: 'date' },
  ...{ value_boolean: 'boolean', value_option: 'text', value_tags: 'text[]' },
};

export const valueId = (number: number): string =>
  `c0000000-0000-4000-a000-${String(number).padStart(12, '0')}`;

/** Kept in a row of `table` beside the record with this key. */
export const beside =
  (table: Table, key: string, tenantType: KeyType) =>
  (number: number, name: string, type: Kept, extra: Extra = {}): Field => {
    const row: ValueRow = {
      table,
      on: [on(key, 'subject_id')],
      tenant: { column: 'tenant_id', type: tenantType },
      names: { column: 'field_id', type: 'uuid' },
      id: valueId(number),
    };
    return named(name, { type, source: { kind: 'row', row, ...keptIn[type] }, ...extra });
  };

export const point = (name: string): Field =>
  named(name, {
    type: 'point',
    source: { kind: 'point', latitude: `${name}_latitude`, longitude: `${name}_longitude` },
  });

const weekdayOptions = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The parts of a datetime. */
export const partsOf = (of: string): Field[] => [
  named(`${of}.date`, { type: 'date', source: { kind: 'part', of, part: 'date' } }),
  named(`${of}.hour`, { type: 'number', source: { kind: 'part', of, part: 'hour' } }),
  named(`${of}.weekday`, {
    type: 'select',
    source: { kind: 'part', of, part: 'weekday' },
    options: known(weekdayOptions),
  }),
];

export const metric = (name: string, type: FieldType, measure: Measure, extra: Extra = {}): Field =>
  named(name, { type, source: { kind: 'metric', measure }, ...extra });

export const derived =
  (sql: DerivedSql | undefined) =>
  (
    name: string,
    type: FieldType,
    from: DerivationName,
    inputs: readonly string[],
    extra: Extra = {},
  ): Field =>
    named(name, { type, source: { kind: 'derived', inputs, derivation: derivation(from, sql) }, ...extra });

/** Options, of which those in the second list are archived. */
export const known = (values: readonly string[], archived: readonly string[] = []): Option[] => [
  ...values.map((value) => ({ value, label: value })),
  ...archived.map((value) => ({ value, label: value, archived: true })),
];

export const on = (from: string, to: string): Join => ({ from, to });
export const toOne = (name: string, target: string, ...joins: Join[]): ToOne =>
  named(name, { target, on: joins });
export const step = (
  target: string,
  joins: readonly Join[],
  more: Omit<Step, 'target' | 'on'> = {},
): Step => ({
  target,
  on: joins,
  ...more,
});
export const collection = (name: string, steps: readonly Step[], owned?: true): Collection =>
  named(name, { steps, ...(owned ? { owned } : {}) });

export const all = (...rules: Rule[]): Group => ({ match: 'all', rules });

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

export const record = (
  name: string,
  key: readonly KeyColumn[],
  fields: readonly Field[],
  more: {
    readonly shared?: true;
    readonly paths?: readonly ToOne[];
    readonly collections?: readonly Collection[];
  } = {},
): RecordType => ({
  name,
  label: labelOf(name),
  table: { schema, name },
  key,
  ...(more.shared ? {} : { tenant: { column: 'tenant_id', type: 'integer' } }),
  fields: byName(fields),
  paths: byName(more.paths ?? []),
  collections: byName(more.collections ?? []),
});
