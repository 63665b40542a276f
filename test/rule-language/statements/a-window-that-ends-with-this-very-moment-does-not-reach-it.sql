-- a window that ends with this very moment does not reach it

-- Over everyone, at 2024-06-11T22:00:00Z: {"related":"orders","measure":"maximum","of":"placed_at","operator":"in_period","value":"yesterday"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
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
  and a2.m0 >= $3::timestamptz
  and a2.m0 < $4::timestamptz;
-- $1 = "shop"
-- $2, $4 = "2024-06-11 22:00:00.000000+00"
-- $3 = "2024-06-10 22:00:00.000000+00"
