/** What imports read dates and maps from. */

import { describe, expect, it } from '@jest/globals';
import { datesLike, isoDates } from '../../../../src/crm/import/dates.js';
import { checkImportMap } from '../../../../src/crm/import/import-map.js';

describe('a date format', () => {
  it.each([
    ['dd.MM.yyyy', '28.02.2026', '2026-02-28'],
    ['dd.MM.yyyy', '29.02.2026', undefined],
    ['dd.MM.yyyy', '29.02.2028', '2028-02-29'],
    ['dd.MM.yyyy', '1.3.2026', undefined],
    ['d.M.yyyy', '1.3.2026', '2026-03-01'],
    ['M/d/yy', '3/1/68', '2068-03-01'],
    ['M/d/yy', '3/1/69', '1969-03-01'],
    ['yyyyMMdd', '20260301', '2026-03-01'],
    ['dd.MM.yyyy', '31.04.2026', undefined],
    ['dd.MM.yyyy', '00.04.2026', undefined],
    ['dd.MM.yyyy', '01.04.0000', undefined],
  ])('%s reads the date %s as %s', (format, text, date) => {
    expect(datesLike(format)?.date(text)).toBe(date);
  });

  it.each([
    ['dd.MM.yyyy HH:mm', '01.03.2026 07:05', '2026-03-01 07:05:00 Europe/Berlin'],
    ['dd.MM.yyyy HH:mm', '01.03.2026 24:05', undefined],
    ['M/d/yyyy h:mm a', '3/1/2026 12:05 AM', '2026-03-01 00:05:00 Europe/Berlin'],
    ['M/d/yyyy h:mm a', '3/1/2026 1:05 pm', '2026-03-01 13:05:00 Europe/Berlin'],
    ['M/d/yyyy h:mm a', '3/1/2026 13:05 PM', undefined],
    ['dd.MM.yyyy HH:mm:ss.SXXX', '01.03.2026 07:05:06.1234567+02:00', '2026-03-01 07:05:06.123456+02:00'],
    ['unix', '1772348706', '2026-03-01 07:05:06.000Z'],
    ['unix_ms', '1772348706500', '2026-03-01 07:05:06.500Z'],
    ['unix', 'soon', undefined],
  ])('%s reads the instant %s as %s', (format, text, instant) => {
    expect(datesLike(format)?.instant(text, 'Europe/Berlin')).toBe(instant);
  });

  it.each(['bald', 'HH:mm', 'dd.dd.yyyy MM', 'yyyy-MM'])('is not %s', (format) => {
    expect(datesLike(format)).toBeUndefined();
  });

  it('is ISO 8601 if none is given', () => {
    expect(isoDates.date('2026-03-01')).toBe('2026-03-01');
    expect(isoDates.date('2026-03-01T00:00')).toBeUndefined();
    expect(isoDates.instant('2026-03-01T07:05Z', 'UTC')).toBe('2026-03-01 07:05:00Z');
  });
});

describe('a map', () => {
  it.each([
    ['null', null, 'the map is an object'],
    ['a list', [], 'the map is an object'],
    [
      'an unknown key',
      { colums: {} },
      'In the map, "colums" is unknown; there are columns, encoding, delimiter.',
    ],
    ['a delimiter of two characters', { delimiter: '||' }, '"delimiter" is one character'],
    ['an encoding that is no text', { encoding: 8 }, '"encoding" is a text'],
    ['a column without source', { columns: { city: {} } }, 'needs either "from" or "constant"'],
    ['a column with two sources', { columns: { city: { from: 'a', constant: 'b' } } }, 'needs either'],
    ['a source that is no text', { columns: { city: { from: 1 } } }, '"columns.city.from" is a text'],
    ['an unknown key of a column', { columns: { city: { from: 'a', form: 'b' } } }, '"form" is unknown'],
  ])('cannot be %s', (_fault, map, message) => {
    expect(() => checkImportMap(map)).toThrow(message);
  });
});
