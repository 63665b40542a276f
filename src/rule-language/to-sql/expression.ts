/** What a field's value is in SQL: as stored, and clean (null exactly when missing). */

import type { Field, FieldSource, FieldType, RecordType, StoredColumn } from '../field.js';
import type { Compilation } from './frame.js';
import type { Expression, Spot } from './parts.js';
import { constant, join, raw, type Sql, sql, text } from './sql.js';

/** Unicode's White_Space. */
export const blanks = raw(
  `E'\\t\\n\\u000B\\f\\r \\u0085\\u00A0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000'`,
);

/**
 * Numbers from here on cannot be reckoned with (PostgreSQL's numeric would overflow in a sum or a product) and are
 * missing, as NaN and the infinities are; NaN sorts above them all.
 */
export const largest = raw(`'1e1000'::numeric`);
export const smallest = raw(`'-1e1000'::numeric`);

/** Null when blank, NaN, infinite, beyond reckoning or empty, by type. */
const clean: Record<FieldType, (value: Sql) => Sql> = {
  text: (value) => sql`case when btrim(${value}, ${blanks}) <> '' then ${value} end`,
  select: (value) => sql`case when btrim(${value}, ${blanks}) <> '' then ${value} end`,
  number: (value) => sql`case when ${value} > ${smallest} and ${value} < ${largest} then ${value} end`,
  boolean: (value) => value,
  tags: (value) => sql`case when cardinality(${value}) > 0 then ${value} end`,
  date: (value) => sql`case when isfinite(${value}) then ${value} end`,
  datetime: (value) => sql`case when isfinite(${value}) then ${value} end`,
  point: (value) => sql`case when ${value} then true end`,
};

/** An expression over a value that may be untidy. */
export const expressionOf = (type: FieldType, value: Sql, folds = false): Expression => ({
  type,
  raw: value,
  clean: clean[type](value),
  tidy: false,
  folds,
});

/** An expression over a value that is null exactly when missing. */
export const tidyExpression = (type: FieldType, value: Sql, folds = false): Expression => ({
  type,
  raw: value,
  clean: value,
  tidy: true,
  folds,
});

/**
 * The local wall clock of an instant, as a timestamp without time zone; null so near the ends of PostgreSQL's calendar
 * that a zone would lead beyond it.
 */
export const localTime = (instant: Sql, compilation: Compilation): Sql =>
  sql`(${withinCalendar(instant)} at time zone ${text(compilation.clock.zone)})`;

const withinCalendar = (moment: Sql): Sql =>
  sql`(case when ${moment} > '4700-01-01 BC' and ${moment} < '294000-01-01' then ${moment} end)`;

/** A number as one value; a quotient is cut to 12 decimals. */
export const single = ({ raw: value, clean: cleaned, over, zero }: Expression): Sql =>
  over !== undefined
    ? sql`(div(${value}::numeric * 1000000000000, ${over}) * 0.000000000001)`
    : zero === true
      ? sql`coalesce(${value}, 0)`
      : cleaned;

/** The value of a stored field, or of a part of one, at a record. */
export function fieldExpression(field: Field, spot: Spot, compilation: Compilation): Expression {
  const folds = field.type === 'text' && field.exact !== true;
  const { source } = field;
  switch (source.kind) {
    case 'column':
      return columnExpression(field, source, spot.column(source.column), folds);
    case 'row':
      return columnExpression(field, source, spot.beside(source.row, source.column), folds);
    case 'json':
      return expressionOf(
        field.type,
        jsonValue(field.type, jsonPath(spot.column(source.column), source.keys)),
        folds,
      );
    case 'point':
      return pointExpression(spot.column(source.latitude), spot.column(source.longitude));
    case 'part':
      return partExpression(source, spot, compilation);
    case 'metric':
    case 'derived':
      throw new Error(`The ${source.kind} field “${field.name}” is no stored field.`);
  }
}

function columnExpression(field: Field, source: StoredColumn, stored: Sql, folds: boolean): Expression {
  const expression = expressionOf(field.type, readAs(source, stored), folds);
  return source.finite === true ? { ...expression, clean: expression.raw, tidy: true } : expression;
}

function readAs(source: StoredColumn, stored: Sql): Sql {
  switch (source.storage) {
    case 'printed':
      return sql`${stored}::text`;
    case 'text[]':
      return sql`${stored}::text[]`;
    case 'float':
      return sql`${stored}::text::numeric`;
    case 'naive':
      return sql`(${withinCalendar(stored)} at time zone ${constant(source.zone ?? 'UTC')})`;
    default:
      return stored;
  }
}

function pointExpression(latitude: Sql, longitude: Sql): Expression {
  const inRange = sql`(${latitude} between -90 and 90 and ${longitude} between -180 and 180)`;
  return { ...expressionOf('point', inRange), point: { latitude, longitude } };
}

function partExpression(
  source: Extract<FieldSource, { kind: 'part' }>,
  spot: Spot,
  compilation: Compilation,
): Expression {
  const whole = fieldExpression(fieldNamed(spot.record, source.of), spot, compilation);
  const local = localTime(whole.clean, compilation);
  switch (source.part) {
    case 'date':
      return tidyExpression('date', sql`${local}::date`);
    case 'hour':
      return tidyExpression('number', sql`extract(hour from ${local})::integer`);
    case 'weekday':
      return tidyExpression('select', sql`to_char(${local}, 'FMday')`);
  }
}

function fieldNamed(record: RecordType, name: string): Field {
  const field = record.fields.get(name);
  if (!field) throw new Error(`“${record.name}” has no field “${name}”.`);
  return field;
}

const jsonPath = (document: Sql, path: readonly string[]): Sql =>
  sql`(${document}${join(
    path.map((name) => sql` -> ${constant(name)}`),
    '',
  )})`;

/** A JSON value read as a type, null where it cannot be; every cast is guarded by the CASE it stands in. */
function jsonValue(type: FieldType, value: Sql): Sql {
  const kind = sql`jsonb_typeof(${value})`;
  const printed = sql`(${value} #>> '{}')`;
  switch (type) {
    case 'number':
      return sql`case when ${kind} = 'number' or (${kind} = 'string' and ${printed} ~ '^-?[0-9]+([.][0-9]+)?$' and length(${printed}) <= 1000) then ${printed}::numeric end`;
    case 'boolean':
      return sql`case when ${kind} = 'boolean' or (${kind} = 'string' and ${printed} in ('true', 'false')) then ${printed}::boolean end`;
    case 'date':
      return sql`case when ${kind} = 'string' and ${isDate(printed)} then ${printed}::date end`;
    case 'datetime':
      return sql`case when ${kind} = 'string' and ${isInstant(printed)} then ${printed}::timestamptz end`;
    case 'tags':
      return sql`case when ${kind} = 'array' then case when not jsonb_path_exists(${value}, 'strict $[*] ? (@.type() != "string")') then array(select jsonb_array_elements_text(${value})) end end`;
    default:
      return sql`case when ${kind} in ('string', 'number', 'boolean') then ${printed} end`;
  }
}

const datePattern =
  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const timePattern =
  'T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])';

const isDate = (printed: Sql): Sql => calendarDay(printed, sql`${printed} ~ ${constant(`^${datePattern}$`)}`);
const isInstant = (printed: Sql): Sql =>
  calendarDay(printed, sql`${printed} ~ ${constant(`^${datePattern}${timePattern}$`)}`);

/** Of the well-formed, those whose day exists in its month. */
const calendarDay = (printed: Sql, wellFormed: Sql): Sql =>
  sql`case when ${wellFormed} then substr(${printed}, 9, 2)::integer <= extract(day from make_date(substr(${printed}, 1, 4)::integer, substr(${printed}, 6, 2)::integer, 1) + interval '1 month - 1 day') else false end`;
