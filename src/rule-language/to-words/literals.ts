/** Numbers, dates, times of day and names of the calendar, as a language writes them; never rounded. */

import { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdays } from '../rule.js';
import type { Language } from './language.js';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Costly to make, and asked for with every number. */
function numberFormat(locale: string): Intl.NumberFormat {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format;
}

/** An exact decimal with the separators of the language. */
export function numberText(decimal: string, { locale }: Language): string {
  const format = numberFormat(locale);
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = fraction.replace(/0+$/, '');
  const size = format.format(BigInt(whole)) + (digits && `${decimalSeparator(format)}${digits}`);
  return decimal.startsWith('-') && size !== '0' ? `-${size}` : size;
}

const decimalSeparator = (format: Intl.NumberFormat): string =>
  format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/** `0.125` as `12.5`: a hundred times as much. */
export function inPercent(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(2, '0');
  return `${whole}${digits.slice(0, 2)}.${digits.slice(2)}`;
}

export const dateText = (date: Temporal.PlainDate, language: Language): string =>
  language.date(date.day, monthName(date.month, language), String(date.year));

/** An instant as the zone's clocks show it; with the offset where they show the same time twice. */
export function momentText(instant: string, zone: string, language: Language): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const wall = local.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  const twice = earlier !== undefined && later !== undefined && !earlier.equals(later);
  const time = timeText(local.toPlainTime());
  return language.moment(dateText(local.toPlainDate(), language), time, twice ? local.offset : undefined);
}

/** `14:05`, and seconds as far as there are any. */
function timeText(time: Temporal.PlainTime): string {
  const smallest = time.microsecond + time.millisecond > 0 ? 'auto' : 0;
  const text = time.toString({ fractionalSecondDigits: smallest });
  return text.replace(/^(\d\d:\d\d):00$/, '$1');
}

/** Minutes since midnight as `14:05`; the end of the day is `24:00`. */
export const minutesText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

export function monthName(month: number, { locale }: Language): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, month - 1, 1));
}

export function weekdayName(weekday: Weekday, { locale }: Language): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return format.format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}
