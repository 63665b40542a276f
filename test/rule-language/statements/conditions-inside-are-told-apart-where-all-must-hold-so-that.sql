-- conditions inside are told apart where all must hold, so that measures share them

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"gift","operator":"equals","value":true}]},"operator":"greater_than","value":1},{"related":"orders","measure":"count","where":{"match":"any","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"gift","operator":"equals","value":true}]},"operator":"greater_than","value":1}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) filter (
        where
          (t3."status" = $1::text)
          and (t3."gift" = $2::boolean)
      ) as m0,
      count(*) filter (
        where
          (
            (t3."status" = $3::text)
            or (t3."gift" = $4::boolean)
          )
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $5::text
      and t3."placed_at" <= $6::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        (
          (t3."status" = $7::text)
          and (t3."gift" = $8::boolean)
        )
        or (
          (
            (t3."status" = $9::text)
            or (t3."gift" = $10::boolean)
          )
        )
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and (a2.m0 > $11::bigint)
  and (a2.m1 > $12::bigint);
-- $1, $3, $7, $9 = "paid"
-- $2, $4, $8, $10 = true
-- $5 = "shop"
-- $6 = "2024-06-12 10:00:00.000000+00"
-- $11, $12 = "1"
