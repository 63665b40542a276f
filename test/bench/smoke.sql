-- What the benchmark's own test asks where the real opponents are not at hand.

-- name: attribute
-- rule: {"field":"country","operator":"equals","value":"US"}
select id from crm.contacts where tenant_id = $1 and lower(country collate "und-x-icu") = 'us';

-- name: total spend
-- rule: {"field":"total_spend","operator":"greater_than","value":1000}
select contact_id as id from crm.orders
where tenant_id = $1 and status in ('paid', 'fulfilled') and placed_at <= $2
group by contact_id having sum(total_base) > 1000;
