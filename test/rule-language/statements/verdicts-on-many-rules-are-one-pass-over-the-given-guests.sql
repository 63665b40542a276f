-- verdicts on many rules are one pass over the given guests, each measure computed once

-- Of given guests
select
  t1."id" as id,
  (a2.m0 > $1::bigint) is true as n0,
  coalesce(a2.m0, 0)::text as v0,
  (a2.m1 > $2::bigint) is true as n1,
  coalesce(a2.m1, 0)::text as v1,
  (
    case
      when (
        t1."home_latitude" between -90 and 90
        and t1."home_longitude" between -180 and 180
      ) then true
    end is null
  ) is true as n2,
  (
    (lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu"))
    and (coalesce(a2.m2, 0) < $4::bigint)
  ) is true as n3,
  (a2.m2 * a2.m3 is null) is true as n4,
  (div(a2.m2::numeric * 1000000000000, a2.m3) * 0.000000000001)::text as v4
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0,
      sum(t3."total") filter (
        where
          t3."guest_id" is not null
          and (t3."status" = $5::text)
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m1,
      sum(t3."total") filter (
        where
          t3."guest_id" is not null
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m2,
      count(*) filter (
        where
          t3."guest_id" is not null
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m3
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $6::text
      and t3."placed_at" <= $7::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  t1."tenant_id" = $8::text
  and t1."id" = any ($9::text[]);
-- $1 = "3"
-- $2 = "20"
-- $3 = "Berlin"
-- $4 = "5"
-- $5 = "paid"
-- $6, $8 = "shop"
-- $7 = "2024-06-12 10:00:00.000000+00"
-- $9 = ["Anna","Ben"]
