/** Reads dates and instants as files write them, into texts that PostgreSQL reads one way only. */

export interface DateFormat {
  /** `YYYY-MM-DD`, or undefined where the text is no such date. */
  date(text: string): string | undefined;
  /** A date and time with an offset or a zone, or undefined. A date alone is its midnight. */
  instant(text: string, zone: string): string | undefined;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `HH:mm:ss.ffffff`, or undefined for a date alone. */
  readonly time?: string | undefined;
  readonly offset?: string | undefined;
}

const iso =
  /^(?<yyyy>\d{4})-(?<MM>\d\d)-(?<dd>\d\d)(?:[T ](?<HH>\d\d):(?<mm>\d\d)(?::(?<ss>\d\d)(?:[.,](?<S>\d{1,9}))?)?\s*(?<XXX>Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** ISO 8601, with `T` or a blank between date and time. */
export const isoDates: DateFormat = formatOf((text) => partsOf(iso.exec(text)?.groups));

/** The letters of a format: year, month, day, hours, minutes, seconds, fractions, AM/PM and the offset. */
const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<yyyy>\\d{4})',
  yy: '(?<yy>\\d\\d)',
  MM: '(?<MM>\\d\\d)',
  M: '(?<MM>\\d{1,2})',
  dd: '(?<dd>\\d\\d)',
  d: '(?<dd>\\d{1,2})',
  HH: '(?<HH>\\d\\d)',
  H: '(?<HH>\\d{1,2})',
  hh: '(?<hh>\\d\\d)',
  h: '(?<hh>\\d{1,2})',
  mm: '(?<mm>\\d\\d)',
  ss: '(?<ss>\\d\\d)',
  S: '(?<S>\\d{1,9})',
  a: '(?<a>[AaPp][Mm])',
  XXX: '(?<XXX>Z|[+-]\\d\\d(?::?\\d\\d)?)',
};
const token = new RegExp(Object.keys(tokens).join('|'), 'g');

/** A pattern such as `dd.MM.yyyy HH:mm`, or `unix` and `unix_ms` for the time since 1970; undefined if it is neither. */
export function datesLike(pattern: string): DateFormat | undefined {
  if (pattern === 'unix' || pattern === 'unix_ms') return sinceEpoch(pattern === 'unix' ? 1000 : 1);
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const used = escaped.match(token) ?? [];
  const hasDate = ['d', 'M', 'y'].every((letter) => used.some((name) => name.startsWith(letter)));
  if (!hasDate || new Set(used.map((name) => tokens[name]?.slice(3, 5))).size < used.length) return undefined;
  const expression = new RegExp(`^${escaped.replace(token, (name) => tokens[name] ?? name)}$`);
  return formatOf((text) => partsOf(expression.exec(text)?.groups));
}

function partsOf(groups: Record<string, string | undefined> | undefined): Parts | undefined {
  if (!groups) return undefined;
  const { yyyy, yy, MM, dd, XXX } = groups;
  // Two digits mean the years around us: 69 is 1969, 68 is 2068, as in POSIX.
  const year = yyyy === undefined ? Number(yy) + (Number(yy) >= 69 ? 1900 : 2000) : Number(yyyy);
  const time = timeOf(groups);
  return time === 'wrong' ? undefined : { year, month: Number(MM), day: Number(dd), time, offset: XXX };
}

function timeOf({ HH, hh, mm, ss, S, a }: Record<string, string | undefined>): string | undefined | 'wrong' {
  if (HH === undefined && hh === undefined) return undefined;
  const hour = HH === undefined ? (Number(hh) % 12) + (a?.toLowerCase() === 'pm' ? 12 : 0) : Number(HH);
  if (hour > 23 || Number(hh ?? 1) > 12 || Number(mm ?? 0) > 59 || Number(ss ?? 0) > 59) return 'wrong';
  const whole = [hour, Number(mm ?? 0), Number(ss ?? 0)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return S === undefined ? whole : `${whole}.${S.slice(0, 6)}`;
}

function formatOf(read: (text: string) => Parts | undefined): DateFormat {
  return {
    date: (text) => {
      const parts = read(text);
      return parts && parts.time === undefined ? dateText(parts) : undefined;
    },
    instant: (text, zone) => {
      const parts = read(text);
      const date = parts && dateText(parts);
      return date && `${date} ${parts.time ?? '00:00:00'}${parts.offset ?? ` ${zone}`}`;
    },
  };
}

/** Undefined where the calendar has no such day. */
function dateText({ year, month, day }: Parts): string | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function sinceEpoch(milliseconds: number): DateFormat {
  const instant = (text: string): string | undefined => {
    if (!/^-?\d{1,14}(\.\d{1,9})?$/.test(text)) return undefined;
    const date = new Date(Number(text) * milliseconds);
    const year = date.getUTCFullYear();
    return year >= 1 && year <= 9999 ? date.toISOString().replace('T', ' ') : undefined;
  };
  return { date: () => undefined, instant };
}
