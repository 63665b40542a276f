/** Texts that break things: that fold, that look like patterns, that are blank, and nearly so. */

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
