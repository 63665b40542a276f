/** The values that break things: one pool for each way of storing, missing in all its forms included. */

import type { Json } from '../oracle/matching.js';

/** Blank to Unicode, each in another way. */
export const blanks = ['', ' ', '\t\n', '\u00a0', '\u3000', '\u0085', '\u2028 \u2003'];

/** Nothing to see, but not White_Space, so not blank. */
const invisible = ['\u200b', '\ufeff', '\u180e', '\u00ad'];

const folding = [
  ...['Berlin', 'berlin', 'BERLIN', 'Straße', 'STRASSE', 'strasse', 'STRAẞE'],
  ...['İstanbul', 'istanbul', 'i\u0307stanbul', 'ISTANBUL', 'ıstanbul'],
  ...['ΟΔΥΣΣΕΥΣ', 'οδυσσευς', 'οδυσσευσ', 'Σ', 'ς', 'σ', 'ΑΣ Β', 'ΑΣΒ'],
  ...[
    'café',
    'cafe\u0301',
    'CAFÉ',
    'CAFE\u0301',
    'cafe',
    'Å',
    '\u212b',
    'A\u030a',
    '\u212a',
    'k',
    'ﬁn',
    'fin',
  ],
  ...['Ⅷ', 'ⅷ', 'ǅ', 'ǆ', '𐐀', '𐐨'],
];
const patterns = [
  '100%',
  '100',
  'a_b',
  'aXb',
  'a\\b',
  'a\\\\b',
  '\\',
  '%',
  '_',
  "O'Brien",
  'O"Brien',
  "';--",
  '$1',
  '{}',
];
const edges = [
  ' Berlin',
  'Berlin ',
  'New Berlin',
  'Berlin-Mitte',
  '👩‍👩‍👧',
  '🇩🇪',
  'null',
  'NaN',
  '0',
  '1',
  'true',
];
const long = ['x'.repeat(1000), `${'🙂'.repeat(999)}Σ`, 'X'.repeat(1000)];

export const texts = [...folding, ...patterns, ...edges, ...long, ...invisible, ...blanks];
export const shortTexts = [
  ...folding.slice(0, 12),
  ...patterns.slice(0, 6),
  'café',
  'cafe\u0301',
  '',
  '\u3000',
];
export const codes = [
  'SKU-1',
  'sku-1',
  'SKU_1',
  'SKU%1',
  'SKÜ',
  'SKU\u0308',
  'Σ',
  'σ',
  '00',
  '0',
  ' ',
  'ſ',
  's',
];
export const emails = [
  ...[
    'ann@example.com',
    'Ann@Example.COM',
    'two@at@example.org',
    'no-at',
    '@',
    'x@',
    'x@ ',
    'x@\u00a0',
    '@y',
  ],
  ...['ß@straße.de', 'ß@STRASSE.de', 'İ@İ.com', 'ann@example.com ', ''],
];

export const decimals = [
  ...[
    '0',
    '0.00',
    '1',
    '1.0',
    '1.000000000000000000000001',
    '-1',
    '0.1',
    '0.10',
    '0.2',
    '0.3',
    '99.99',
    '100',
  ],
  ...[
    '100.00',
    '100.000000000000000001',
    '-100',
    '33.333333333333',
    '33.333333333334',
    '66.67',
    '250',
    '49.5',
  ],
  ...['12345678901234567890123456789.123456789', '-12345678901234567890123456789.123456789'],
  ...[
    '0.000000000000000000000000000001',
    '9007199254740993',
    '9007199254740992',
    'NaN',
    'Infinity',
    '-Infinity',
  ],
];
export const amounts = [
  '0',
  '5',
  '9.99',
  '10',
  '10.0',
  '12.5',
  '20',
  '33.33',
  '49.99',
  '50',
  '99.9',
  '100',
  '-10',
];
export const integers = ['0', '1', '2', '3', '5', '8', '10', '100', '-1', '2147483647', '-2147483648'];
export const bigIntegers = [...integers, '9007199254740993', '9007199254740992', '-9223372036854775808'];

/** No double whose shortest decimal lies exactly between two doubles (1e23): printers disagree about those. */
export const doubles = [
  ...[0, -0, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2.5, -2.5, 100, 123456.789, 1e21, 1e-7, 1e15, 4.35, 1.005],
  ...[1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740992, NaN, Infinity, -Infinity],
];
/** Single floats as they are written: at most six digits come back as they were. */
export const singles = [
  '0',
  '0.1',
  '0.3',
  '1.5',
  '-2.25',
  '100',
  '12345.6',
  '1e+10',
  '3.40282e+38',
  '1e-30',
  'NaN',
];
export const singlesBeyond = ['Infinity', '-Infinity'];

export const options = {
  status: ['open', 'paid', 'fulfilled', 'cancelled', 'Open', 'returned'],
  tier: ['bronze', 'silver', 'gold', 'retired'],
  channel: ['web', 'shop', 'phone', 'WEB', 'Straße', 'STRASSE', 'fair 50%'],
  industry: ['Hotels', 'Spas', 'Farms', 'Cafés'],
  category: ['wine', 'food', 'books'],
  kind: ['view', 'cart', 'order', 'call'],
  plan: ['basic', 'pro'],
};
/** What a select has in store beyond its options: imports did that. */
export const strays = ['unheard of', 'OPEN', ' open', 'wine ', '', '\u00a0'];

export const tags = [
  'vegan',
  'Vegan',
  'halal',
  'nut-free',
  'café',
  'cafe\u0301',
  'a,b',
  '{}',
  '"',
  'NULL',
  '100%',
  ' ',
];

const unreadable: Json[] = [null, {}, [], ['x'], { amount: 5 }];

export const json = {
  number: [
    ...[
      5,
      4.5,
      0,
      -3,
      0.1,
      1e21,
      1e-7,
      100,
      '5',
      '5.0',
      '-3',
      '007',
      '12345678901234567890.5',
      '0.30',
      '100.00',
    ],
    ...[
      '1e3',
      ' 5',
      '5 ',
      '5.',
      '.5',
      '+5',
      '٣',
      '0x10',
      'NaN',
      'Infinity',
      '-',
      '',
      'five',
      true,
      ...unreadable,
    ],
  ],
  text: [
    'Bob',
    'bob',
    'Straße',
    'STRASSE',
    5,
    1.5,
    1e21,
    1e-7,
    -0.5,
    true,
    false,
    '',
    ' ',
    '\u3000',
    ...unreadable,
  ],
  boolean: [true, false, 'true', 'false', 'TRUE', 't', 'yes', 1, 0, '1', '', ...unreadable],
  tags: [
    ...[
      ['vegan'],
      ['vegan', 'halal'],
      ['Vegan', 'nut-free', 'vegan'],
      ['café'],
      ['cafe\u0301'],
      ['100%', '"', '{}'],
    ],
    ...[
      ['vegan', 1],
      ['vegan', null],
      [null],
      [['vegan']],
      'vegan',
      '["vegan"]',
      5,
      ['', 'vegan'],
      ...unreadable,
    ],
  ],
  date: [
    ...['2024-02-29', '2023-02-28', '2000-02-29', '1999-12-31', '0001-01-01', '9999-12-31', '2024-11-03'],
    ...[
      '2023-02-29',
      '2024-2-9',
      '2024-02-29T00:00:00Z',
      '0000-01-01',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
    ],
    ...[
      '10000-01-01',
      ' 2024-02-29',
      '20240229',
      'infinity',
      'today',
      '29.02.2024',
      20240229,
      '',
      ...unreadable,
    ],
  ],
  datetime: [
    ...[
      '2024-11-03T05:30:00Z',
      '2024-11-03T00:30:00-04:00',
      '2024-11-03T00:30:00.5-05:00',
      '2024-03-31T02:30:00+01:00',
    ],
    ...[
      '2024-06-12T09:30:15.123456Z',
      '2024-06-12T11:30:15.123457+02:00',
      '2024-02-29T23:59:59.999999+05:45',
    ],
    ...[
      '2011-12-31T00:00:00+14:00',
      '2023-12-31T23:59:59.999999Z',
      '1969-12-31T23:59:59.9Z',
      '2024-02-29T10:00:00+15:00',
    ],
    ...[
      '2024-02-29T24:00:00Z',
      '2024-02-29 10:00:00Z',
      '2024-02-29T10:00Z',
      '2024-02-29T10:00:00',
      '2024-02-29T10:00:00z',
    ],
    ...[
      '2024-02-30T10:00:00Z',
      '2024-02-29T10:00:60Z',
      '2024-02-29T10:60:00Z',
      '2024-02-29T10:00:00.1234567Z',
    ],
    ...['2024-02-29T10:00:00+0100', '2024-02-29', 'infinity', 'now', 1709200800, '', ...unreadable],
  ],
  plan: ['basic', 'pro', 'Basic', 'unheard of', '', true, ...unreadable],
} satisfies Record<string, readonly Json[]>;

/** Local times without a zone: skipped ones, repeated ones, and plain ones. */
export const wallTimes = [
  ...['2024-03-31T01:59:59.999999', '2024-03-31T02:00:00.000000', '2024-03-31T02:30:00.000000'],
  ...['2024-03-31T03:00:00.000000', '2024-10-27T02:00:00.000000', '2024-10-27T02:30:00.000000'],
  ...['2024-10-27T01:59:59.999999', '2024-10-27T02:59:59.999999', '2024-11-03T00:00:00.000000'],
  ...['2024-11-03T00:30:00.000000', '2024-11-03T01:00:00.000000', '2024-03-10T00:30:00.000000'],
  ...['2024-03-10T01:00:00.000000', '2024-06-12T11:30:15.123456', '2024-02-29T23:59:59.999999'],
  ...['2023-12-31T23:59:59.999999', '2024-01-01T00:00:00.000000', '2011-12-30T12:00:00.000000'],
  ...['infinity', '-infinity'],
];

export const birthdays = [
  ...['2000-02-29', '1996-02-29', '1904-02-29', '1990-02-28', '1990-03-01', '1984-12-31', '1985-01-01'],
  ...['1970-01-01', '1999-11-03', '1999-11-04', '1999-11-02', '1980-10-27', '1980-03-31', '2024-06-12'],
  ...[
    '1950-06-12',
    '1950-06-13',
    '1950-06-11',
    '1988-07-01',
    '1988-05-31',
    '2030-01-01',
    'infinity',
    '-infinity',
  ],
];
export const farDates = [
  '0001-01-01',
  '9999-12-31',
  '1900-02-28',
  '1969-12-31',
  '2100-03-01',
  'infinity',
  '-infinity',
];
/** At midday, so that even the oldest local mean times agree on the day. */
export const farInstants = [
  ...['0001-06-15T12:00:00.000000Z', '9998-06-15T12:00:00.000000Z', '1969-12-31T23:59:59.999999Z'],
  ...['1970-01-01T00:00:00.000000Z', 'infinity', '-infinity'],
];

/** Latitude and longitude: poles, the antimeridian from both sides, next to nothing apart, and nowhere. */
export const places: readonly (readonly [number, number])[] = [
  ...([
    [52.52, 13.405],
    [52.520008, 13.404954],
    [48.137154, 11.576124],
    [23.1136, -82.3666],
  ] as const),
  ...([
    [90, 0],
    [90, 135],
    [-90, 0],
    [0, 180],
    [0, -180],
    [0, 179.9999],
    [0.001, -179.9995],
    [0, 0],
  ] as const),
  ...([
    [89.9999, 10],
    [89.9999, -170],
    [-13.8333, -171.7667],
    [27.7172, 85.324],
    [65.5, 179.5],
  ] as const),
  ...([
    [91, 0],
    [-90.0001, 0],
    [0, 180.0001],
    [0, -181],
    [NaN, 0],
    [0, NaN],
    [Infinity, 0],
  ] as const),
];
