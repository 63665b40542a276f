/** How a value is written, in SQL: as the cell of a CSV file, as JSON, as the cell of a sheet. Null where it is missing. */

import { constant, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Value } from '../../rule-language/to-sql/value.js';

/** What a cell says: numbers and dates as PostgreSQL prints them, instants as ISO 8601 with the session's offset. */
export function printed(value: Value): Sql {
  switch (value.type) {
    case 'text':
    case 'select':
      return value.sql;
    case 'tags':
      return sql`array_to_string(${value.sql}, ', ')`;
    case 'datetime':
      return sql`btrim(to_json(${value.sql})::text, '"')`;
    case 'point':
      return sql`(${value.latitude}::text || ',' || ${value.longitude}::text)`;
    default:
      return sql`${value.sql}::text`;
  }
}

/**
 * Spreadsheets take a text that begins with one of = + - @ tab and CR for a formula; after an apostrophe it is a text.
 * All of them come before the letters, which most texts begin with.
 */
const isFormula = (text: Sql): Sql => sql`ascii(${text}) < 65 and ascii(${text}) in (61, 43, 45, 64, 9, 13)`;

const neutralised = (text: Sql): Sql =>
  sql`case when ${isFormula(text)} then '''' || ${text} else ${text} end`;

/** They begin as the first of them does, unless that is missing; so they need not be put together to see it. */
const neutralisedTags = (tags: Sql, text: Sql): Sql =>
  sql`case when ascii(${tags}[array_lower(${tags}, 1)]) > 64 then ${text} else ${neutralised(text)} end`;

const isText = ({ type }: Value): boolean => type === 'text' || type === 'select';

export function csvCell(value: Value): Sql {
  const text = printed(value);
  if (value.type === 'tags') return neutralisedTags(value.sql, text);
  return isText(value) ? neutralised(text) : text;
}

export function jsonValue(value: Value): Sql {
  if (value.type !== 'point') return sql`coalesce(to_json(${value.sql})::text, 'null')`;
  const { latitude, longitude, isThere } = value;
  return sql`case when ${isThere} then '{"latitude":' || ${latitude}::text || ',"longitude":' || ${longitude}::text || '}' else 'null' end`;
}

/** A sheet reckons with doubles: longer numbers than they keep are texts, and so are NaN and the infinities. */
const sheetNumber = (value: Sql): Sql =>
  sql`case when ${value} > -1e15 and ${value} < 1e15 then '<c><v>' || ${value}::text || '</v></c>' else ${sheetText(sql`${value}::text`)} end`;

/** A text by its type, so that nothing in it is ever a formula. */
const sheetText = (text: Sql): Sql =>
  sql`'<c t="inlineStr"><is><t xml:space="preserve">' || ${xmlText(text)} || '</t></is></c>'`;

const foreignCharacters = constant('[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]');

/** XML has no other control characters than these three, and no U+FFFE and U+FFFF; a cell has 32,767 characters. */
function xmlText(text: Sql): Sql {
  const escapes = [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    // What looks like the sheet's own escape of a character.
    ['_x', '_x005F_x'],
  ] as const;
  let escaped = sql`left(regexp_replace(${text}, ${foreignCharacters}, '', 'g'), 32767)`;
  for (const [from, to] of escapes) escaped = sql`replace(${escaped}, ${constant(from)}, ${constant(to)})`;
  return sql`replace(replace(${escaped}, chr(13), '&#13;'), chr(10), '&#10;')`;
}

/** The same of a text that is at hand: a header, a name. */
export const inSheet = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu, '')
    .slice(0, 32_767)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('_x', '_x005F_x')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');

/** Yes and no are texts too: office programs make formulas of them. */
export function sheetCell(value: Value): Sql {
  const cell = value.type === 'number' ? sheetNumber(value.sql) : sheetText(printed(value));
  return sql`coalesce(${cell}, '<c/>')`;
}
