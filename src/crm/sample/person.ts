/** Makes up people. Nobody can be reached: addresses end in `.example`, and phone numbers are those kept for fiction. */

import type { Calendar } from './calendar.js';
import { cultureOf } from './names.js';
import type { Home } from './places.js';
import type { Random } from './random.js';
import type { Row } from './rows.js';

export interface Origin {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly externalId: string;
  readonly home: Home;
  /** The local day on which the tenant got to know her. */
  readonly since: number;
  /** Of her employer; private mail if not given. */
  readonly mailDomain?: string;
}

/** A contact about whom nothing but herself is known yet. */
export function makePerson({
  random,
  calendar,
  externalId,
  home,
  since,
  mailDomain,
}: Origin): Row<'contacts'> {
  // One after the other, in this order: what is made up depends on what was made up before it.
  const named = nameAndMail(random, home.country, mailDomain);
  const phone = random.chance(0.7) ? phoneOf(random, home.country) : null;
  const address = addressOf(random, home);
  const days = memorableDays(random, calendar);
  const hasEmail = named.email !== null;
  return {
    ...blank,
    external_id: externalId,
    ...named,
    phone,
    ...address,
    ...days,
    language: cultureOf(home.country).language,
    preferred_channel: random.chance(0.6) ? preferredOf(random, hasEmail) : null,
    email_verified: hasEmail && random.chance(0.8),
    created_at: calendar.instantByNow(since, 9 * 60),
  };
}

/** What a tenant learns of a contact later. */
const blank = {
  status: 'lead',
  source: null,
  score: null,
  role: null,
  vip: false,
  tags: [],
  dietary: [],
  follows: [],
  loyalty_status: 'none',
  loyalty_tier: null,
  loyalty_points: 0,
};

function nameAndMail(random: Random, country: string, mailDomain: string | undefined) {
  const culture = cultureOf(country);
  const [first, last] = [random.pick(culture.first), random.pick(culture.last)];
  const email = random.chance(mailDomain ? 0.96 : 0.86) ? mailOf(random, first, last, mailDomain) : null;
  return { first_name: random.chance(0.97) ? first : null, last_name: last, email };
}

const addressOf = (random: Random, { country, city, postalCode, latitude, longitude }: Home) => ({
  country,
  city,
  postal_code: postalCode,
  latitude: round(latitude + random.normal(0, 0.008)),
  longitude: round(longitude + random.normal(0, 0.012)),
});

const memorableDays = (random: Random, calendar: Calendar) => ({
  birthday: random.chance(0.65) ? birthdayOf(random, calendar) : null,
  anniversary: random.chance(0.15) ? calendar.date(calendar.today - random.integer(200, 15_000)) : null,
});

const mailboxes = ['post', 'mail', 'inbox', 'web', 'online'] as const;
const transcription: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ı: 'i',
  ş: 's',
};

function mailOf(random: Random, first: string, last: string, domain: string | undefined): string {
  const [one, other] = [latin(first), latin(last)];
  if (domain) return `${one}.${other}@${domain}`;
  const local = random.pick([`${one}.${other}`, `${one}${other}`, `${one[0]}.${other}`, `${one}_${other}`]);
  const number = random.chance(0.6) ? String(random.integer(1, 99)) : '';
  return `${local}${number}@${random.pick(mailboxes)}.example`;
}

/** As mail addresses and web sites write a name. */
export const latin = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüßış]/g, (letter) => transcription[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

function phoneOf(random: Random, country: string): string {
  if (country === 'US') return `+1${random.pick(['212', '415', '512'])}55501${digits(random, 2)}`;
  if (country === 'GB') return `+447700900${digits(random, 3)}`;
  return `+4930231250${digits(random, 2)}`;
}

const digits = (random: Random, count: number): string =>
  String(random.integer(0, 10 ** count - 1)).padStart(count, '0');

function birthdayOf(random: Random, calendar: Calendar): string {
  const age = Math.min(88, Math.max(18, random.normal(42, 14)));
  return calendar.date(calendar.today - Math.floor(age * 365.25));
}

const preferredOf = (random: Random, hasEmail: boolean): string =>
  random.weighted([
    ['email', hasEmail ? 6 : 0],
    ['sms', 2],
    ['phone', 2],
    ['post', 1],
  ]);

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
