/** What the contacts did: orders and their lines, and activities, stored in the order in which they happened. */

import { days, dealt, now, withSmallTenant } from './people.sql.js';
import type { WorldSize } from './size.js';

/** A record's own number, by which the rest of it is drawn before it has an id. */
const draw = 'id * 4096 + nth';

const hourOfOrder = `
  case when bench.random(${draw}, 102) < case when lunches then 0.75 else 0.2 end
    then 11 + 3 * bench.random(${draw}, 103) else 16 + 7 * bench.random(${draw}, 103) end`;

/** Within the person's time with us; a few are orders for days to come. */
const timesOfOrders = (count: number): string => `
  select id as contact_id, tenant_id, nth, spends, ${draw} as own,
    case when bench.random(${draw}, 104) < 0.0005 then ${now} + ${days(`10 * bench.random(${draw}, 101)`)}
      when at > ${now} then at - ${days('1')} else at end as placed_at
  from (
    select dealt.*, nth, date_trunc('day', since + (until - since) * bench.random(${draw}, 101)) + interval '1 hour' * (${hourOfOrder}) as at
    from (${dealt(count, 'order_weight')}) dealt cross join lateral generate_series(1, records) nth
  ) timed`;

const statusOfOrder = `
  case when placed_at > ${now} - ${days('2')} and r < 0.3 then 'pending' when r < 0.3 then 'paid' when r < 0.82 then 'fulfilled'
    when r < 0.89 then 'cancelled' when r < 0.95 then 'refunded' else 'pending' end`;

const channelOfOrder = `
  case when c < 0.4 then 'dine_in' when c < 0.6 then 'takeaway' when c < 0.8 then 'delivery' else 'online' end`;

export const orders = ({ orders: count }: WorldSize): string => `
insert into crm.orders (tenant_id, id, external_id, contact_id, placed_at, status, channel, location, total, total_base, discount,
  coupon_code, created_at, updated_at)
select tenant_id, id, 'order-' || id, contact_id, placed_at, ${statusOfOrder}, ${channelOfOrder},
  case when c < 0.5 then 'Mitte' else 'Nord' end, amount, amount, 0, case when c > 0.97 then 'WELCOME10' end, placed_at, placed_at
from (
  select *, bench.random(own, 105) as r, bench.random(own, 106) as c,
    round((spends * (8 + 80 * power(bench.random(own, 107), 2)))::numeric, 2) as amount,
    row_number() over (order by placed_at, contact_id, nth) as id
  from (${timesOfOrders(withSmallTenant(count))}) timed
) numbered order by id`;

const categories = `array['starters', 'salads', 'healthy', 'mains', 'pasta', 'pizza', 'desserts', 'beer', 'soft_drinks', 'coffee']`;

/** Most orders have one line, some many; wine is bought by those who drink it. */
export function lines({ orders: count, lines: wanted }: WorldSize): string {
  const more = count > 0 ? Math.max(wanted / count - 1, 0.001) : 0.5;
  const again = (more / (more + 1)).toFixed(6);
  const many = `least(20, 1 + floor(ln(1 - bench.random(id, 110)) / ln(${again}::double precision)))::integer`;
  return `
insert into crm.order_lines (tenant_id, external_id, contact_id, order_id, sku, name, category, department, brand, quantity,
  unit_price, total, created_at, updated_at)
select tenant_id, 'line-' || order_id || '-' || nth, contact_id, order_id, 'sku-' || floor(2000 * c)::integer, 'Item ' || floor(2000 * c)::integer,
  case when bench.random(contact_id, 8) < 0.35 and w < 0.15 then case when w < 0.005 then 'Wine' else 'wine' end
    when w > 0.995 then null else (${categories})[1 + floor(10 * c)::integer] end,
  'kitchen', null, 1 + floor(3 * w * c)::integer, price, price, placed_at, placed_at
from (
  select o.*, nth, bench.random(o.order_id * 32 + nth, 111) as c, bench.random(o.order_id * 32 + nth, 112) as w,
    round((3 + 25 * bench.random(o.order_id * 32 + nth, 113))::numeric, 2) as price
  from (select tenant_id, contact_id, id as order_id, placed_at, ${many} as many from crm.orders) o
    cross join lateral generate_series(1, many) nth
) drawn`;
}

/** Whoever is engaged opens and clicks; the others look at pages and get mail. */
const kindOfActivity = `
  case when k < case when engaged then 0.25 else 0.05 end then 'email_click' when k < 0.4 then 'email_open' when k < 0.55 then 'email_sent'
    when k < 0.9 then 'page_view' when k < 0.96 then 'visit' when k < 0.975 then 'call' when k < 0.985 then 'review'
    when k < 0.99 then 'referral' else 'note' end`;

const timesOfActivities = (count: number): string => `
  select id as contact_id, tenant_id, nth, engaged, ${draw} as own,
    case when bench.random(${draw}, 121) < 0.0005 then ${now} + ${days(`10 * bench.random(${draw}, 120)`)}
      when engaged then ${now} - ${days(`365 * bench.random(${draw}, 120)`)}
      else since + (until - since) * bench.random(${draw}, 120) end as occurred_at
  from (${dealt(count, 'activity_weight')}) dealt cross join lateral generate_series(1, records) nth`;

export const activities = ({ activities: count }: WorldSize): string => `
insert into crm.activities (tenant_id, id, external_id, contact_id, kind, occurred_at, channel, rating, properties, created_at, updated_at)
select tenant_id, id, 'activity-' || id, contact_id, kind, occurred_at, case when kind like 'email%' then 'email' else 'web' end,
  case when kind = 'review' then 1 + floor(5 * bench.random(own, 123)) end,
  case when kind like 'email%' then jsonb_build_object('campaign_id', 'c' || floor(200 * bench.random(own, 124))) else '{}' end,
  occurred_at, occurred_at
from (
  select *, ${kindOfActivity} as kind, row_number() over (order by occurred_at, contact_id, nth) as id
  from (select *, bench.random(own, 122) as k from (${timesOfActivities(withSmallTenant(count))}) timed) timed
) numbered order by id`;
