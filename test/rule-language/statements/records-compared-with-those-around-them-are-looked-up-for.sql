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

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"siblings","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"total","from":"parent"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
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
          "conformance"."order" t5
        where
          t5."guest_id" = t3."guest_id"
          and t5."tenant_id" = $1::text
          and t5."placed_at" <= $2::timestamptz
          and t5."placed_at" > '-infinity'
          and (
            case
              when t5."total" > '-1e1000'::numeric
              and t5."total" < '1e1000'::numeric then t5."total"
            end > case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end
          )
      ) a4 on true
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $5::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $6::bigint;
-- $1, $3 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $5, $6 = "1"

-- Over everyone: {"related":"friend.orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","where":{"match":"all","rules":[{"field":"price","operator":"equals","value":{"field":"total","from":"parent"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
  left join (
    select
      t4."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t4
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."line" t6
        where
          t6."order_id" = t4."id"
          and t6."tenant_id" = $2::text
          and (
            case
              when t6."price" > '-1e1000'::numeric
              and t6."price" < '1e1000'::numeric then t6."price"
            end = case
              when t4."total" > '-1e1000'::numeric
              and t4."total" < '1e1000'::numeric then t4."total"
            end
          )
      ) a5 on true
    where
      t4."tenant_id" = $3::text
      and t4."placed_at" <= $4::timestamptz
      and t4."placed_at" > '-infinity'
      and (a5.m0 > $5::bigint)
    group by
      t4."guest_id"
  ) a3 on a3.k0 = p2."id"
where
  t1."tenant_id" = $6::text
  and (a3.m0 > $7::bigint);
-- $1, $2, $3, $6 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5, $7 = "1"

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
