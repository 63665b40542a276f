/** The companies that the sample's agency works for. */

import type { Calendar } from './calendar.js';
import { latin } from './person.js';
import { clientsLive, countryNames, type Home } from './places.js';
import type { Random } from './random.js';
import type { Row } from './rows.js';
import { firstDay } from './visits.js';

export interface Client {
  readonly row: Row<'companies'>;
  readonly home: Home;
  readonly mailDomain: string;
}

const industries = [
  [
    'Hotels',
    16,
    ['Grand', 'Palm', 'Riverside', 'Orchid', 'Alpine', 'Seaside'],
    ['Hotels', 'Resort', 'Suites'],
  ],
  ['Spas', 6, ['Lotus', 'Still', 'Blue Lagoon', 'Cedar'], ['Spa', 'Wellness']],
  ['Restaurants', 10, ['Saffron', 'Old Mill', 'Harbour', 'Linden'], ['Kitchens', 'Dining Group']],
  ['Software', 22, ['Cloud', 'Bright', 'Vector', 'Pixel', 'Quantum'], ['Labs', 'Systems', 'Software']],
  ['Retail', 12, ['Urban', 'Daily', 'Green', 'North'], ['Market', 'Stores']],
  ['Health care', 10, ['Vital', 'Care', 'Clara'], ['Clinics', 'Medical']],
  ['Manufacturing', 12, ['Iron', 'Precision', 'Delta'], ['Works', 'Engineering']],
  ['Finance', 8, ['Anchor', 'Summit', 'Meridian'], ['Capital', 'Insurance']],
  ['Education', 4, ['Open', 'Bridge'], ['Academy', 'College']],
] as const;

const sizes = [
  ['1-10', 1, 10, 24],
  ['11-50', 11, 50, 32],
  ['51-200', 51, 200, 22],
  ['201-500', 201, 500, 12],
  ['501-1000', 501, 1000, 6],
  ['1001+', 1001, 20_000, 4],
] as const;

const contracts = [
  ['active', 45],
  ['none', 25],
  ['trial', 10],
  ['expired', 14],
  ['cancelled', 6],
] as const;

export function makeClient(random: Random, calendar: Calendar, externalId: string): Client {
  const home = random.weighted(clientsLive);
  const [industry, , firsts, seconds] = random.weighted(
    industries.map((entry) => [entry, entry[1]] as const),
  );
  const [band, least, most] = random.weighted(sizes.map((entry) => [entry, entry[3]] as const));
  const employees = random.integer(least, most);
  const name = `${random.pick<string>(firsts)} ${home.city} ${random.pick<string>(seconds)}`;
  const started = random.integer(firstDay(calendar), calendar.today - 30);
  return {
    home,
    mailDomain: `${latin(name)}.example`,
    row: {
      external_id: externalId,
      name,
      industry,
      employees,
      size_band: band,
      country: countryNames[home.country] ?? home.country,
      city: home.city,
      annual_revenue: random.chance(0.8) ? Math.round(employees * random.between(60, 180)) * 1000 : null,
      contract_status: random.weighted(contracts),
      tags: random.some(['key_account', 'partner', 'press', 'nonprofit'], 0.08),
      created_at: calendar.instant(started, 9 * 60),
    },
  };
}
