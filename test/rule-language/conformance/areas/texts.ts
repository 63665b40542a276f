/** Texts: folded, and with no special characters. */

import { allBut, asking, guestsBy, nobody, scene } from '../scene.js';

const city = asking('city');

/** More than are folded one by one. */
const manyCities = Array.from({ length: 20 }, (_, index) => `City ${index + 1}`);

export const texts = [
  scene(
    'Texts fold their case',
    guestsBy('city', {
      Berlin: 'Berlin',
      BERLIN: 'BERLIN',
      'New Berlin': 'New Berlin',
      'leading space': ' Berlin',
      'trailing space': 'Berlin ',
      'no city': null,
      'empty city': '',
      'blank city (U+3000)': '\u3000',
      'zero-width space, which is not blank': '\u200b',
    }),
    [
      city('equals', 'berlin', ['Berlin', 'BERLIN'], 'whose city is “berlin”'),
      city('not_equals', 'BERLIN', allBut('Berlin', 'BERLIN'), 'whose city is not “BERLIN” (or is missing)'),
      city('equals', 'Berlin ', ['trailing space'], 'whose city is “Berlin ”'),
      city(
        'contains',
        'BERLIN',
        ['Berlin', 'BERLIN', 'New Berlin', 'leading space', 'trailing space'],
        'whose city contains “BERLIN”',
      ),
      city(
        'not_contains',
        'berlin',
        ['no city', 'empty city', 'blank city (U+3000)', 'zero-width space, which is not blank'],
        'whose city does not contain “berlin” (or is missing)',
      ),
      city('starts_with', 'ber', ['Berlin', 'BERLIN', 'trailing space'], 'whose city starts with “ber”'),
      city(
        'not_starts_with',
        'ber',
        allBut('Berlin', 'BERLIN', 'trailing space'),
        'whose city does not start with “ber” (or is missing)',
      ),
      city(
        'ends_with',
        'LIN',
        ['Berlin', 'BERLIN', 'New Berlin', 'leading space'],
        'whose city ends with “LIN”',
      ),
      city(
        'not_ends_with',
        'lin',
        allBut('Berlin', 'BERLIN', 'New Berlin', 'leading space'),
        'whose city does not end with “lin” (or is missing)',
      ),
      city(
        'in_list',
        ['Paris', 'NEW BERLIN', 'berlin'],
        ['Berlin', 'BERLIN', 'New Berlin'],
        'whose city is “Paris”, “NEW BERLIN” or “berlin”',
      ),
      city(
        'not_in_list',
        ['NEW berlin', 'berlin'],
        allBut('Berlin', 'BERLIN', 'New Berlin'),
        'whose city is neither “NEW berlin” nor “berlin” (or is missing)',
      ),
      city(
        'in_list',
        [...manyCities, 'BERLIN'],
        ['Berlin', 'BERLIN'],
        `whose city is ${manyCities.map((name) => `“${name}”`).join(', ')} or “BERLIN”`,
      ),
      city('is_empty', undefined, ['no city', 'empty city', 'blank city (U+3000)'], 'whose city is missing'),
      city(
        'is_not_empty',
        undefined,
        allBut('no city', 'empty city', 'blank city (U+3000)'),
        'whose city is known',
      ),
    ],
  ),
  scene(
    'Letters fold as Unicode lowers them',
    guestsBy('city', {
      'sharp s': 'Straße',
      'capital sharp s': 'STRAẞE',
      'two s': 'STRASSE',
      'dotted capital I': 'İzmir',
      'plain I': 'IZMIR',
      'dotless i': 'ızmir',
      'final sigma': 'ΟΔΟΣ',
      'café in one letter (NFC)': 'Café',
      'café with an accent of its own (NFD)': 'Cafe\u0301',
      'cafe without an accent': 'Cafe',
      'ligature fi': 'ﬁn',
    }),
    [
      city('equals', 'straße', ['sharp s', 'capital sharp s'], 'whose city is “straße”'),
      city('equals', 'strasse', ['two s'], 'whose city is “strasse”'),
      city('equals', 'izmir', ['plain I'], 'whose city is “izmir”'),
      city('equals', 'i\u0307zmir', ['dotted capital I'], 'whose city is “i̇zmir”'),
      city('equals', 'İZMIR', ['dotted capital I'], 'whose city is “İZMIR”'),
      city('equals', 'ızmir', ['dotless i'], 'whose city is “ızmir”'),
      city('contains', 'I', ['dotted capital I', 'plain I', 'dotless i'], 'whose city contains “I”'),
      city('starts_with', 'iz', ['plain I'], 'whose city starts with “iz”'),
      city('equals', 'οδος', ['final sigma'], 'whose city is “οδος”'),
      city('equals', 'οδοσ', nobody, 'whose city is “οδοσ”'),
      city('ends_with', 'Σ', nobody, 'whose city ends with “Σ”'),
      city('ends_with', 'ς', ['final sigma'], 'whose city ends with “ς”'),
      city('equals', 'CAFÉ', ['café in one letter (NFC)'], 'whose city is “CAFÉ”'),
      city('equals', 'cafe\u0301', ['café in one letter (NFC)'], 'whose city is “café”'),
      city(
        'in_list',
        ['cafe', 'cafe\u0301'],
        ['café in one letter (NFC)', 'cafe without an accent'],
        'whose city is “cafe” or “café”',
      ),
      city(
        'starts_with',
        'cafe',
        ['café with an accent of its own (NFD)', 'cafe without an accent'],
        'whose city starts with “cafe”',
      ),
      city('contains', 'fi', nobody, 'whose city contains “fi”'),
    ],
  ),
  scene(
    'No character of a text is special',
    guestsBy('city', {
      percent: '100%',
      thousand: '1000',
      underscore: 'a_b',
      'any letter': 'aXb',
      backslash: 'a\\b',
      quotes: `O'Brien "Bob"`,
      none: null,
    }),
    [
      city('contains', '0%', ['percent'], 'whose city contains “0%”'),
      city('ends_with', '%', ['percent'], 'whose city ends with “%”'),
      city('starts_with', '%', nobody, 'whose city starts with “%”'),
      city('contains', 'a_b', ['underscore'], 'whose city contains “a_b”'),
      city('starts_with', 'A_', ['underscore'], 'whose city starts with “A_”'),
      city('contains', '\\', ['backslash'], 'whose city contains "\\\\"'),
      city('ends_with', '\\b', ['backslash'], 'whose city ends with "\\\\b"'),
      city('equals', 'a\\b', ['backslash'], 'whose city is "a\\\\b"'),
      city('equals', `o'brien "bob"`, ['quotes'], 'whose city is "o\'brien \\"bob\\""'),
      city('not_contains', '_', allBut('underscore'), 'whose city does not contain “_” (or is missing)'),
    ],
  ),
];
