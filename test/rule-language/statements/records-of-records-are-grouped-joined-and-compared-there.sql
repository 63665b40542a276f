-- records of records are grouped, joined and compared there

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."order_id" as k0,
          count(*) as m0
        from
          "conformance"."line" t5
        where
          t5."tenant_id" = $1::text
        group by
          t5."order_id"
      ) a4 on a4.k0 = t3."id"
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

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"line_sum","operator":"greater_than","value":5},{"field":"line_sum","operator":"less_than","value":50}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."order_id" as k0,
          sum(t5."price") as m0
        from
          "conformance"."line" t5
        where
          t5."tenant_id" = $1::text
          and case
            when t5."price" > '-1e1000'::numeric
            and t5."price" < '1e1000'::numeric then t5."price"
          end is not null
        group by
          t5."order_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $4::bigint)
      and (coalesce(a4.m0, 0) < $5::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $6::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "5"
-- $5 = "50"
-- $6 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"related":"lines","measure":"sum","of":"price"}}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."order_id" as k0,
          sum(t5."price") as m0
        from
          "conformance"."line" t5
        where
          t5."tenant_id" = $1::text
          and case
            when t5."price" > '-1e1000'::numeric
            and t5."price" < '1e1000'::numeric then t5."price"
          end is not null
        group by
          t5."order_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > coalesce(a4.m0, 0)
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"
