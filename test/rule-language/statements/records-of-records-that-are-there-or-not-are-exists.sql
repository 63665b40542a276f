-- records of records that are there or not are EXISTS

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","operator":"equals","value":0}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        not (
          exists (
            select
            from
              "conformance"."line" t4
            where
              t4."order_id" = t3."id"
              and t4."tenant_id" = $3::text
          )
        )
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","operator":"equals","value":0}]},"operator":"greater_than","value":1}
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
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        not (
          exists (
            select
            from
              "conformance"."line" t4
            where
              t4."order_id" = t3."id"
              and t4."tenant_id" = $4::text
          )
        )
      )
  ) a2 on true
where
  a2.m0 > $5::bigint;
-- $1 = ["Anna","Ben"]
-- $2, $4 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $5 = "1"
