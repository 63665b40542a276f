-- measures of dates compare as dates do

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"last","of":"shipped","operator":"within_last","value":{"days":3}}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      (
        array_agg(
          case
            when isfinite(t3."shipped") then t3."shipped"
          end
          order by
            t3."placed_at" desc,
            t3."id" desc
        )
      ) [1] as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::date
  and a2.m0 < $4::date;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-10"
-- $4 = "2024-06-13"
