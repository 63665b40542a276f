-- which of many rules match is one pass as well, of none as of some

-- Of given guests
select
  t1."id" as id,
  array_remove(
    array[
      case
        when a2.m0 > $1::bigint then 0
      end,
      case
        when a2.m1 > $2::bigint then 1
      end,
      case
        when case
          when (
            t1."home_latitude" between -90 and 90
            and t1."home_longitude" between -180 and 180
          ) then true
        end is null then 2
      end,
      case
        when (lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu"))
        and (coalesce(a2.m2, 0) < $4::bigint) then 3
      end,
      case
        when a2.m2 * a2.m3 is null then 4
      end
    ]::integer[],
    null
  ) as places
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

-- By no rule
select
  t1."id" as id,
  array_remove(array[]::integer[], null) as places
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[]);
-- $1 = "shop"
-- $2 = ["Anna","Ben"]
