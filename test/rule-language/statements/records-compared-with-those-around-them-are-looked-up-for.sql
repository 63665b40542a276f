-- records compared with those around them are looked up for each of those

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","where":{"match":"all","rules":[{"field":"price","operator":"equals","value":{"field":"total","from":"parent"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."line" t5
        where
          t5."order_id" = t3."id"
          and t5."tenant_id" = $1::text
          and (
            case
              when t5."price" > '-1e1000'::numeric
              and t5."price" < '1e1000'::numeric then t5."price"
            end = case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end
          )
      ) a4 on true
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $4::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $5::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4, $5 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"dear_lines","operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."line" t5
        where
          t5."order_id" = t3."id"
          and t5."tenant_id" = $1::text
          and (
            case
              when t5."price" > '-1e1000'::numeric
              and t5."price" < '1e1000'::numeric then t5."price"
            end > case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end
          )
      ) a4 on true
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $4::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $5::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4, $5 = "1"

-- Over everyone: {"related":"orders","measure":"maximum","of":"dear_lines","operator":"equals","value":4}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(coalesce(a4.m0, 0)) as m0
    from
      "conformance"."order" t3
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."line" t5
        where
          t5."order_id" = t3."id"
          and t5."tenant_id" = $1::text
          and (
            case
              when t5."price" > '-1e1000'::numeric
              and t5."price" < '1e1000'::numeric then t5."price"
            end > case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end
          )
      ) a4 on true
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 = $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "4"
