-- The best statements we know for given ids ($3), where looking each contact up beats restricting the opponent to them.
-- $1 is the tenant, $2 as_of.

-- name: super regulars
select c.id from unnest($3::bigint[]) c (id) cross join lateral (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled')
    and placed_at >= date_trunc('day', $2::timestamptz, 'UTC') - interval '29 days' and placed_at <= $2
  having count(*) >= 8) o;

-- name: total spend
select c.id from unnest($3::bigint[]) c (id) cross join lateral (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled') and placed_at <= $2
  having sum(total_base) > 1000) o;

-- name: silent for 60 days
select c.id from unnest($3::bigint[]) c (id) cross join lateral (
  select placed_at from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled') and placed_at <= $2
  order by placed_at desc limit 1) o
where o.placed_at < date_trunc('day', $2::timestamptz, 'UTC') - interval '59 days';

-- name: never wine
select c.id from crm.contacts c where c.tenant_id = $1 and c.id = any($3::bigint[]) and not exists (
  select from crm.order_lines l join lateral (
    select from crm.orders o where o.tenant_id = $1 and o.contact_id = l.contact_id and o.id = l.order_id and o.placed_at <= $2 limit 1) o on true
  where l.tenant_id = $1 and l.contact_id = c.id and lower(l.category collate "und-x-icu") = 'wine');

-- name: lunch crowd
select c.id from unnest($3::bigint[]) c (id) cross join lateral (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled') and placed_at <= $2
  having count(*) >= 3
    and 2 * count(*) filter (where extract(hour from placed_at at time zone 'UTC') between 11 and 13) > count(*)) o;

-- name: either of two behaviours
select c.id from unnest($3::bigint[]) c (id) where exists (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled')
    and placed_at >= date_trunc('day', $2::timestamptz, 'UTC') - interval '29 days' and placed_at <= $2
  having count(*) >= 3)
or exists (
  select from crm.activities where tenant_id = $1 and contact_id = c.id and kind = 'email_click'
    and occurred_at >= date_trunc('day', $2::timestamptz, 'UTC') - interval '89 days' and occurred_at <= $2
  having count(*) >= 5);

-- name: win-back
select c.id from crm.contacts c cross join lateral (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and status in ('paid', 'fulfilled') and placed_at <= $2
  having max(placed_at) >= date_trunc('day', $2::timestamptz, 'UTC') - interval '60 days'
    and max(placed_at) < date_trunc('day', $2::timestamptz, 'UTC') - interval '29 days'
    and count(*) filter (where placed_at >= date_trunc('day', $2::timestamptz, 'UTC') - interval '120 days'
                           and placed_at < date_trunc('day', $2::timestamptz, 'UTC') - interval '29 days') >= 6
    and sum(total_base) > 200) o
where c.tenant_id = $1 and c.id = any($3::bigint[]) and c.email is not null and btrim(c.email) <> '';

-- name: new customer nurture
select c.id from crm.contacts c cross join lateral (
  select from crm.orders where tenant_id = $1 and contact_id = c.id and placed_at <= $2
  having min(placed_at) filter (where status in ('paid', 'fulfilled')) >= date_trunc('day', $2::timestamptz, 'UTC') - interval '6 days'
    and max(total_base) > 50) o
where c.tenant_id = $1 and c.id = any($3::bigint[]) and lower(c.country collate "und-x-icu") in ('de', 'at', 'ch') and c.vip is not true;
