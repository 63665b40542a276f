/** Who the contacts are and what they are like: drawn once, then told by contacts, orders and activities alike. */

import { asOf, smallTenantPart, type WorldSize } from './size.js';

export const now = `timestamptz '${asOf.toString()}'`;
export const days = (count: string): string => `interval '1 day' * (${count})`;

/** Uniform in [0, 1) for a key and a salt: the same on every machine, in whatever order rows are made. */
export const randomFunction = ({ seed }: WorldSize): string => `
create function bench.random(key bigint, salt integer) returns double precision
  language sql immutable strict parallel safe
  return (hashint8extended(key, ${seed} * 1000000::bigint + salt) & 4503599627370495)::double precision / 4503599627370496;`;

const kinds = `
  case when r1 < 0.22 then 'lead' when r1 < 0.59 then 'occasional' when r1 < 0.89 then 'customer'
    when r1 < 0.974 then 'frequent' when r1 < 0.99 then 'regular' else 'new' end`;

/** Orders of a lifetime, days from first to last, how many still come, and how long ago the others stopped at most. */
const habits = `(values
  ('lead', 0, 0, 1, 400, 0.5, 900),
  ('occasional', 1, 3, 1, 600, 0.35, 900),
  ('customer', 4, 10, 200, 600, 0.5, 700),
  ('frequent', 20, 30, 300, 400, 0.7, 400),
  ('regular', 120, 140, 400, 150, 0.85, 300),
  ('new', 1, 2, 0, 14, 1, 0)
) habit (kind, least, more, span, wider, staying, gone)`;

/** One row a contact: its kind, its time with us, and weights that the records are dealt out by. */
export const people = ({ contacts }: WorldSize): string => `
create unlogged table bench.people as
with drawn as (
  select id, case when id <= ${contacts} then 1 else 2 end as tenant_id, bench.random(id, 1) as r1, bench.random(id, 2) as r2,
    bench.random(id, 3) as r3, bench.random(id, 4) as r4, bench.random(id, 5) as r5
  from generate_series(1, ${contacts + Math.ceil(contacts / smallTenantPart)}::bigint) id
), settled as (
  select drawn.*, habit.*, ${now} - ${days('case when r2 < staying then 0 else r3 * gone end')} as until
  from (select drawn.*, ${kinds} as named from drawn) drawn join ${habits} on habit.kind = named
)
select id, tenant_id, kind, until,
  greatest(until - ${days('span + r4 * wider')}, ${now} - ${days('1095')}) as since,
  (1000 * (least + more * r5))::bigint as order_weight,
  (1000 * case when bench.random(id, 6) < 0.05 then 60 + 40 * r5 else 12 * r5 * r5 end)::bigint as activity_weight,
  bench.random(id, 6) < 0.05 as engaged,
  bench.random(id, 7) < 0.2 as lunches,
  bench.random(id, 8) < 0.35 as drinks_wine,
  0.6 + 0.8 * bench.random(id, 9) as spends
from settled order by id`;

/** Exactly `count` records in all, each person's part in proportion to a weight. */
export const dealt = (count: number, weight: string): string => `
  select p.*, coalesce(running * ${count} / nullif(total, 0), 0) - coalesce((running - ${weight}) * ${count} / nullif(total, 0), 0) as records
  from (select *, sum(${weight}) over (order by id)::bigint as running, sum(${weight}) over ()::bigint as total from bench.people) p`;

export const withSmallTenant = (count: number): number => count + Math.ceil(count / smallTenantPart);
