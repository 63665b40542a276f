/** Tenants, companies and contacts. */

import { days, now } from './people.sql.js';
import { smallTenantPart, type WorldSize } from './size.js';

export const tenants = `
insert into crm.tenants (id, name, kind, time_zone, week_start, currency)
values (1, 'Large', 'restaurant', 'UTC', 'monday', 'EUR'), (2, 'Small', 'restaurant', 'UTC', 'monday', 'EUR')`;

export const companies = ({ contacts }: WorldSize): string => `
insert into crm.companies (tenant_id, id, external_id, name, country, created_at, updated_at)
select case when id <= ${Math.ceil(contacts / 50)} then 1 else 2 end, id, 'company-' || id, 'Company ' || id,
  case when bench.random(id, 90) < 0.6 then 'DE' else 'US' end, ${now} - ${days('1095')}, ${now} - ${days('1095')}
from generate_series(1, ${Math.ceil(contacts / 50) + Math.ceil(contacts / 50 / smallTenantPart)}) id`;

const pick = (list: readonly string[], random: string): string =>
  `(array[${list.map((entry) => `'${entry}'`).join(', ')}])[1 + floor(${list.length} * ${random})::integer]`;

const firstNames = ['Anna', 'Ben', 'Clara', 'David', 'Emma', 'Finn', 'Greta', 'Hans', 'Ida', 'Jürgen'];
const lastNames = ['Bauer', 'Fischer', 'Huber', 'Keller', 'Meyer', 'Novak', 'Rossi', 'Smith', 'Weber', 'Öz'];

/** One in fifty writes the country in lower case, as people do. */
const country = `case when bench.random(id, 12) < 0.02 then lower(code) else code end`;
const code = `
  case when c < 0.36 then 'DE' when c < 0.56 then 'US' when c < 0.64 then 'AT' when c < 0.71 then 'CH' when c < 0.79 then 'GB'
    when c < 0.86 then 'FR' when c < 0.92 then 'IT' when c < 0.97 then 'NL' end`;

/** A bell around a point, without its tails. */
const near = (centre: number, width: number, salt: number): string =>
  `${centre} + ${width} * (bench.random(id, ${salt}) + bench.random(id, ${salt + 1}) + bench.random(id, ${salt + 2}) - 1.5)`;

/** A tenth of the Germans live in or around Berlin; one in seven says no place. */
const latitude = `
  case when place < 0.15 then null when code = 'DE' and place < 0.25 then ${near(52.52, 0.5, 20)}
    when code = 'US' then ${near(39, 12, 20)} else ${near(49, 8, 20)} end`;
const longitude = `
  case when place < 0.15 then null when code = 'DE' and place < 0.25 then ${near(13.405, 0.8, 23)}
    when code = 'US' then ${near(-95, 40, 23)} else ${near(9, 12, 23)} end`;

const email = `
  case when e < 0.12 then null when e < 0.13 then '  '
    else ${pick(firstNames, 'bench.random(id, 10)')} || '.' || id || '@' || ${pick(['example.com', 'Example.org', 'mail.example'], 'bench.random(id, 14)')} end`;

const tags = `
  array_remove(array[case when bench.random(id, 30) < 0.25 then 'newsletter' end,
    case when bench.random(id, 31) < 0.1 then 'family' end, case when bench.random(id, 32) < 0.04 then 'student' end,
    case when bench.random(id, 33) < 0.03 then 'event_guest' end], null)`;

const status = `
  case when kind = 'lead' then case when bench.random(id, 40) < 0.5 then 'lead' else 'prospect' end
    when until < ${now} - ${days('200')} then 'churned' else 'customer' end`;

const birthday = `
  case when bench.random(id, 41) < 0.75 then date '1945-01-01' + floor(bench.random(id, 42) * 22280)::integer end`;

const drawn = ({ contacts }: WorldSize): string => `
  select *, ${code} as code,
    case when bench.random(id, 15) < 0.08 then case when tenant_id = 1
      then 1 + floor(bench.random(id, 16) * ${Math.ceil(contacts / 50)})::bigint else ${Math.ceil(contacts / 50) + 1} end end as company_id
  from (select *, bench.random(id, 11) as c, bench.random(id, 13) as e, bench.random(id, 19) as place from bench.people) p`;

export const contacts = (size: WorldSize): string => `
insert into crm.contacts (tenant_id, id, external_id, first_name, last_name, email, phone, status, source, score, company_id, country,
  city, latitude, longitude, birthday, language, preferred_channel, vip, email_verified, tags, loyalty_status, loyalty_points,
  created_at, updated_at)
select tenant_id, id, 'contact-' || id, ${pick(firstNames, 'bench.random(id, 10)')}, ${pick(lastNames, 'bench.random(id, 17)')},
  ${email}, case when bench.random(id, 43) < 0.6 then '+49' || (1500000000 + id) end, ${status},
  ${pick(['website', 'walk_in', 'referral', 'newsletter', 'social_media'], 'bench.random(id, 44)')},
  round((100 * bench.random(id, 45))::numeric, 1), company_id, ${country},
  case when code = 'DE' and place between 0.15 and 0.25 then 'Berlin' end, ${latitude}, ${longitude}, ${birthday},
  case when code in ('DE', 'AT', 'CH') then 'de' else 'en' end,
  ${pick(['email', 'sms', 'phone', 'post'], 'bench.random(id, 46) * bench.random(id, 46)')},
  bench.random(id, 47) < 0.04, e > 0.4, ${tags}, case when kind in ('frequent', 'regular') then 'active' else 'none' end,
  (order_weight / 100)::integer, since - ${days('30 * bench.random(id, 48)')}, since
from (${drawn(size)}) drawn order by id`;
