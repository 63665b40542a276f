/** Values that are lists: of literals of the tested type, of tags, of weekdays. Never empty. */

import type { NumberLiteral, TextLiteral } from '../checked.js';
import type { FieldType } from '../field.js';
import { type Weekday, weekdays } from '../rule.js';
import { readLiteral } from './literals.js';
import { below, type Place } from './place.js';
import type { ValueReader } from './question.js';
import { type Reading, report } from './reading.js';

export const readList: ValueReader<'list'> = (reading, value, place, { operator, tested }) => {
  const items = readItems(reading, value, place, (item, here) =>
    readLiteral(reading, item, here, tested.type as FieldType, tested.values),
  );
  if (!items) return undefined;
  const document = items.map((item) => item.document);
  if (operator !== 'in_list') return { document, checked: { operator, tags: document.map(String) } };
  const values = items.map((item) => item.checked as TextLiteral | NumberLiteral);
  return { document, checked: { operator, values } };
};

export const readWeekdays: ValueReader<'weekdays'> = (reading, value, place, { operator }) => {
  const days = readItems<Weekday>(
    reading,
    value,
    place,
    (item, here) =>
      weekdays.find((day) => day === item) ?? report(reading, here, 'value.not-weekday', weekdays),
  );
  return days && { document: days, checked: { operator, weekdays: days } };
};

/** All items, unless one of them was refused. */
function readItems<T>(
  reading: Reading,
  value: unknown,
  place: Place,
  read: (item: unknown, place: Place) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(value)) return report(reading, place, 'value.not-list');
  if (value.length === 0) return report(reading, place, 'value.empty-list');
  const items = value.map((item, index) => read(item, below(place, index)));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}
