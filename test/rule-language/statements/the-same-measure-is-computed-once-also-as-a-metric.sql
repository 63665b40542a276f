-- the same measure is computed once, also as a metric

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":2},{"related":"orders","measure":"count","operator":"less_than","value":9},{"field":"order_count","operator":"not_equals","value":5},{"field":"total_spend","operator":"greater_than","value":2},{"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"less_than","value":9}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0,
      sum(t3."total") filter (
        where
          (t3."status" = $1::text)
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and (a2.m0 > $4::bigint)
  and (coalesce(a2.m0, 0) < $5::bigint)
  and ((a2.m0 = $6::bigint) is not true)
  and (a2.m1 > $7::bigint)
  and (coalesce(a2.m1, 0) < $8::bigint);
-- $1 = "paid"
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4, $7 = "2"
-- $5, $8 = "9"
-- $6 = "5"
