/** Numbers that break things: beyond doubles, without end, equal in value but not in writing. */

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
