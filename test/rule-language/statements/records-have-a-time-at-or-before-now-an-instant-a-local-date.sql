-- records have a time at or before now: an instant, a local date, one of another record, or one never infinite

-- Over everyone: {"related":"activities","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."activity" t3
    where
      t3."tenant_id" = $1::text
      and t3."happened_at" <= $2::timestamptz
      and t3."happened_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 = $4::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "2"

-- Over everyone: {"related":"stops","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."stop" t3
    where
      t3."tenant_id" = $1::text
      and t3."day" <= $2::date
      and t3."day" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 = $4::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12"
-- $4 = "2"

-- Over everyone: {"related":"own_lines","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."line" t3
      left join "conformance"."order" p4 on p4."id" = t3."order_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and p4."placed_at" <= $3::timestamptz
      and p4."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and (a2.m0 = $5::bigint);
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $5 = "2"

-- Over everyone: {"related":"dated_orders","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and (
        (
          case
            when case
              when isfinite(t3."placed_at") then t3."placed_at"
            end > '4700-01-01 BC'
            and case
              when isfinite(t3."placed_at") then t3."placed_at"
            end < '294000-01-01' then case
              when isfinite(t3."placed_at") then t3."placed_at"
            end
          end
        ) at time zone $2::text
      )::date <= $3::date
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and (a2.m0 = $5::bigint);
-- $1, $4 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "2024-06-12"
-- $5 = "2"
