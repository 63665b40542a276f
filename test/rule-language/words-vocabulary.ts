/** A small vocabulary to say rules over: contacts with a company, orders and activities. */

import type { Derivation } from '../../src/rule-language/derivation.js';
import type {
  Collection,
  Field,
  FieldSource,
  FieldType,
  Option,
  RecordType,
  Subject,
  ToOne,
  Vocabulary,
} from '../../src/rule-language/field.js';
import type { Measure } from '../../src/rule-language/rule.js';

/** The German of the labels, by name; of whatever else is called otherwise in German, none is declared. */
const german: Readonly<Record<string, string>> = {
  ...{ contact: 'Kontakt', company: 'Unternehmen', order: 'Bestellung', activity: 'Aktivität' },
  ...{ opportunity: 'Verkaufschance', line: 'Position', owner: 'Inhaber', shop: 'Filiale' },
  ...{ orders: 'Bestellungen', activities: 'Aktivitäten', open_carts: 'Warenkörbe', lines: 'Positionen' },
  ...{ opportunities: 'Verkaufschancen', city: 'Stadt', billing_city: 'Rechnungsort', sku: 'Artikelnummer' },
  ...{ score: 'Punktestand', credit_limit: 'Kreditlimit', email_verified: 'Bestätigte E-Mail-Adresse' },
  ...{ status: 'Status', source: 'Quelle', size: 'Größe', tags: 'Schlagwörter', birthday: 'Geburtstag' },
  ...{
    due: 'Fälligkeit',
    signed_up_at: 'Registrierung',
    last_seen_at: 'Letzter Besuch',
    position: 'Standort',
  },
  ...{ region: 'Region', total_spend: 'Gesamtumsatz', recent_orders: 'Bestellzahl der letzten 30 Tage' },
  ...{ first_order_at: 'Erste Bestellung', favourite_status: 'Häufigster Status', age: 'Alter' },
  ...{ email_domain: 'E-Mail-Domain', sign_up_year: 'Registrierungsjahr', industry: 'Branche' },
  ...{ founded: 'Gründung', revenue: 'Jahresumsatz', amount: 'Betrag', opened_on: 'Eröffnung' },
  ...{
    placed_at: 'Bestellzeit',
    channel: 'Kanal',
    total: 'Summe',
    coupon: 'Gutschein',
    category: 'Kategorie',
  },
  ...{ quantity: 'Menge', kind: 'Art', occurred_at: 'Zeitpunkt', lead: 'Interessent', customer: 'Kunde' },
  ...{ churned: 'Ehemalig', fair: 'Messe', web: 'Website', vegan: 'Vegan', vip: 'VIP', pending: 'Offen' },
  ...{ paid: 'Bezahlt', fulfilled: 'Geliefert', cancelled: 'Storniert', online: 'Online' },
  ...{ in_store: 'Im Laden', visit: 'Besuch', cart: 'Warenkorb', monday: 'Montag', friday: 'Freitag' },
};
const inGerman = (name: string): { labels?: { de: string } } => {
  const de = german[name];
  return de === undefined ? {} : { labels: { de } };
};

const stored = (name: string): FieldSource => ({ kind: 'column', column: name, storage: 'text' });

const field = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  name,
  label: sentenceCase(name),
  ...inGerman(name),
  type,
  source: stored(name),
  ...more,
});

const sentenceCase = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

const options = (...values: readonly string[]): { options: Option[] } => ({
  options: values.map((value) => ({ value, label: sentenceCase(value), ...inGerman(value) })),
});

const metric = (name: string, type: FieldType, measure: Measure): Field =>
  field(name, type, { source: { kind: 'metric', measure } });

const derivation = (timeRelative: boolean): Derivation => ({
  timeRelative,
  sql: () => {
    throw new Error('Words need no SQL');
  },
  evaluate: () => null,
});
const derived = (name: string, type: FieldType, inputs: string[], timeRelative: boolean): Field =>
  field(name, type, { source: { kind: 'derived', inputs, derivation: derivation(timeRelative) } });

const part = (of: string, name: 'date' | 'hour' | 'weekday', type: FieldType): Field => ({
  name: `${of}.${name}`,
  label: `${sentenceCase(of)}: ${name}`,
  type,
  source: { kind: 'part', of, part: name },
  ...(name === 'weekday' && options('monday', 'friday')),
});
const parts = (of: string): Field[] => [
  part(of, 'date', 'date'),
  part(of, 'hour', 'number'),
  part(of, 'weekday', 'select'),
];

const path = (name: string, target: string): ToOne => ({
  name,
  label: sentenceCase(name),
  ...inGerman(name),
  target,
  on: [],
});
const collection = (name: string, target: string, time?: string): Collection => ({
  name,
  label: sentenceCase(name),
  ...inGerman(name),
  steps: [{ target, on: [], ...(time && { time }) }],
});

const byName = <T extends { name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

const record = (
  name: string,
  fields: readonly Field[],
  paths: readonly ToOne[] = [],
  collections: readonly Collection[] = [],
): RecordType => ({
  name,
  label: sentenceCase(name),
  ...inGerman(name),
  ...(name === 'contact' && { plurals: { de: 'Kontakte' } }),
  table: { name },
  key: [{ column: 'id', type: 'bigint' }],
  fields: byName(fields),
  paths: byName(paths),
  collections: byName(collections),
});

const paid: Measure['where'] = {
  match: 'all',
  rules: [{ field: 'status', operator: 'in_list', value: ['paid', 'fulfilled'] }],
};
const lately: Measure['where'] = {
  match: 'all',
  rules: [{ field: 'placed_at', operator: 'within_last', value: { days: 30 } }],
};

const contactFields = [
  ...[
    field('city', 'text'),
    field('billing_city', 'text'),
    field('sku', 'text', { label: 'SKU', exact: true }),
  ],
  ...[field('score', 'number'), field('credit_limit', 'number'), field('vip', 'boolean', { label: 'VIP' })],
  ...[field('email_verified', 'boolean'), field('status', 'select', options('lead', 'customer', 'churned'))],
  field('source', 'select', { ...options('fair', 'web'), open: true }),
  field('size', 'select', {
    options: [
      { value: 's', label: '1,000 or fewer' },
      { value: 'm', label: 'More' },
      { value: 'x', label: 'More' },
    ],
  }),
  ...[field('tags', 'tags', options('vegan', 'vip')), field('birthday', 'date'), field('due', 'date')],
  ...[field('signed_up_at', 'datetime'), field('last_seen_at', 'datetime'), ...parts('signed_up_at')],
  ...[
    field('position', 'point'),
    field('region', 'text'),
    field('area', 'text', { label: 'region', labels: { de: 'Region' } }),
  ],
  metric('total_spend', 'number', { related: 'orders', measure: 'sum', of: 'total', where: paid }),
  metric('recent_orders', 'number', { related: 'orders', measure: 'count', where: lately }),
  metric('first_order_at', 'datetime', { related: 'orders', measure: 'minimum', of: 'placed_at' }),
  metric('favourite_status', 'select', { related: 'orders', measure: 'most_frequent', of: 'status' }),
  ...[derived('age', 'number', ['birthday'], true), derived('email_domain', 'text', ['city'], false)],
  ...[derived('sign_up_year', 'number', ['signed_up_at'], false)],
];

const contact = record(
  'contact',
  contactFields,
  [path('company', 'company')],
  [
    collection('orders', 'order', 'placed_at'),
    collection('activities', 'activity', 'occurred_at'),
    collection('open_carts', 'order', 'placed_at'),
  ],
);
const company = record(
  'company',
  [field('industry', 'text'), field('city', 'text'), field('founded', 'date'), field('revenue', 'number')],
  [path('owner', 'company')],
  [collection('opportunities', 'opportunity', 'opened_on')],
);
const opportunity = record('opportunity', [field('amount', 'number'), field('opened_on', 'date')]);
const order = record(
  'order',
  [
    ...[field('placed_at', 'datetime'), ...parts('placed_at'), field('due', 'date')],
    field('status', 'select', options('pending', 'paid', 'fulfilled', 'cancelled')),
    ...[field('channel', 'select', options('online', 'in_store')), field('total', 'number')],
    field('coupon', 'text'),
  ],
  [path('shop', 'company')],
  [collection('lines', 'line')],
);
const line = record('line', [field('category', 'text'), field('quantity', 'number')]);
const activity = record('activity', [
  field('kind', 'select', options('visit', 'cart')),
  field('occurred_at', 'datetime'),
  ...parts('occurred_at'),
]);

export const subject: Subject = { name: 'contact', record: contact, ledger: { name: 'stays' } };

export const vocabulary: Vocabulary = {
  subjects: new Map([['contact', subject]]),
  records: byName([contact, company, opportunity, order, line, activity]),
};

export const segments: ReadonlyMap<string, string> = new Map([
  ['s-1', 'VIP'],
  ['s-2', 'At risk'],
]);
