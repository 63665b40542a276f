-- an aggregate of records with owners stands for the guests; for given guests it is looked up for each

-- Over everyone: {"related":"orders","measure":"count","operator":"greater_than_or_equal","value":8}
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
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "8"

-- Of given guests: {"related":"orders","measure":"count","operator":"greater_than_or_equal","value":8}
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
  ) a2 on true
where
  a2.m0 >= $4::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "8"

-- Over everyone: {"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":1000}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $3::text)
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $4 = "1000"

-- Of given guests: {"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":1000}
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
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $4::text)
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
  ) a2 on true
where
  a2.m0 > $5::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"
-- $5 = "1000"
