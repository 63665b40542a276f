/** Values that are figures of their own kind: months, hours of the day, radii, percentages and positions. */

import type { NumberLiteral, Test } from '../checked.js';
import type { RadiusDocument, Value } from '../rule.js';
import { compareDecimals } from './decimals.js';
import { readNumber } from './literals.js';
import { refuseUnknownKeys } from './marks.js';
import { below, type Place } from './place.js';
import { type Document, isDocument, type Read, type Reading, report, reportAt } from './reading.js';

type Figure<O extends Test['operator'], K extends string> = {
  readonly [P in K]: P extends keyof Extract<Test, { operator: O }>
    ? Extract<Test, { operator: O }>[P]
    : never;
};

export function readMonth(
  reading: Reading,
  value: unknown,
  place: Place,
): number | 'this_month' | 'next_month' | undefined {
  if (value === 'this_month' || value === 'next_month') return value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 12) return value;
  return report(reading, place, 'value.not-month');
}

const perDay = 24 * 60;

/** From inclusive, until exclusive, in minutes since midnight. */
export function readHours(
  reading: Reading,
  value: unknown,
  place: Place,
): Read<Value, Figure<'hour_between', 'from' | 'until'>> | undefined {
  if (!Array.isArray(value) || value.length !== 2)
    return report(
      reading,
      place,
      'value.not-pair',
      'the first hour and the hour it ends at, such as [11, 14]',
    );
  const [from, until] = value.map((hour, index) => readHour(reading, hour, below(place, index)));
  if (from === undefined || until === undefined) return undefined;
  // At the start of a stretch, 24:00 is the midnight that the next day starts with.
  const start = from === perDay && until !== perDay ? 0 : from;
  if (start === until) return report(reading, place, 'value.same-hours');
  return { document: [writeHour(start), writeHour(until)], checked: { from: start, until } };
}

function readHour(reading: Reading, value: unknown, place: Place): number | undefined {
  const [, hours, minutes] = (typeof value === 'string' && /^(\d{2}):(\d{2})$/.exec(value)) || [];
  const time = hours === undefined ? wholeHour(value) : Number(hours) * 60 + Number(minutes);
  if (time === undefined || time > perDay || Number(minutes ?? 0) > 59)
    return report(reading, place, 'value.not-hour');
  return time;
}

const wholeHour = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value * 60 : undefined;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const writeHour = (time: number): number | string =>
  time % 60 === 0 ? time / 60 : `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`;

type RadiusPart = 'latitude' | 'longitude' | 'kilometres';

const radiusParts: Readonly<Record<RadiusPart, { readonly range: string; holds(decimal: string): boolean }>> =
  {
    latitude: { range: 'from −90 to 90', holds: (decimal) => isBetween('-90', decimal, '90') },
    longitude: { range: 'from −180 to 180', holds: (decimal) => isBetween('-180', decimal, '180') },
    // Beyond half the way round the earth, every place is nearer.
    kilometres: { range: 'above 0, up to 100,000', holds: (decimal) => isAbove0To(decimal, '100000') },
  };

export function readRadius(
  reading: Reading,
  value: unknown,
  place: Place,
): Read<RadiusDocument, Figure<'within_radius', RadiusPart>> | undefined {
  if (!isDocument(value)) return report(reading, place, 'value.not-radius');
  refuseUnknownKeys(reading, value, place, Object.keys(radiusParts));
  const latitude = readRadiusPart(reading, value, place, 'latitude');
  const longitude = readRadiusPart(reading, value, place, 'longitude');
  const kilometres = readRadiusPart(reading, value, place, 'kilometres');
  if (!latitude || !longitude || !kilometres) return undefined;
  return {
    document: {
      latitude: latitude.document,
      longitude: longitude.document,
      kilometres: kilometres.document,
    },
    checked: {
      latitude: latitude.checked.value,
      longitude: longitude.checked.value,
      kilometres: kilometres.checked.value,
    },
  };
}

function readRadiusPart(
  reading: Reading,
  value: Document,
  place: Place,
  part: RadiusPart,
): Read<number | string, NumberLiteral> | undefined {
  const { range, holds } = radiusParts[part];
  if (value[part] === undefined) return reportAt(reading, place, part, 'value.out-of-range', part, range);
  const number = readNumber(reading, value[part], below(place, part));
  if (!number || holds(number.checked.value)) return number;
  return reportAt(reading, place, part, 'value.out-of-range', part, range);
}

const isBetween = (least: string, decimal: string, most: string): boolean =>
  compareDecimals(least, decimal) <= 0 && compareDecimals(decimal, most) <= 0;

const isAbove0To = (decimal: string, most: string): boolean =>
  compareDecimals(decimal, '0') > 0 && compareDecimals(decimal, most) <= 0;

export function readPercent(
  reading: Reading,
  value: unknown,
  place: Place,
): Read<number | string, NumberLiteral> | undefined {
  const number = readNumber(reading, value, place);
  if (!number || isAbove0To(number.checked.value, '100')) return number;
  return report(reading, place, 'value.not-percent');
}

export function readPositions(reading: Reading, value: unknown, place: Place): number | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  return report(reading, place, 'value.not-positions');
}
