-- all rows are read where one of the measures leaves none out

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"equals","value":2},{"related":"orders","measure":"count","operator":"equals","value":3}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) filter (
        where
          (t3."status" = $1::text)
      ) as m0,
      count(*) as m1
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
  and (a2.m0 = $4::bigint)
  and (a2.m1 = $5::bigint);
-- $1 = "paid"
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "2"
-- $5 = "3"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"equals","value":2},{"related":"orders","measure":"count","operator":"equals","value":3}]}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      count(*) filter (
        where
          t3."guest_id" is not null
          and (t3."status" = $2::text)
      ) as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  (a2.m0 = $5::bigint)
  and (a2.m1 = $6::bigint);
-- $1 = ["Anna","Ben"]
-- $2 = "paid"
-- $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "2"
-- $6 = "3"
