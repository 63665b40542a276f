-- measures of one collection are computed in one pass, each under its own FILTER

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"gift","operator":"equals","value":true}]},"operator":"greater_than","value":100},{"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"less_than","value":500},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":3}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") filter (
        where
          (t3."gift" = $1::boolean)
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m0,
      sum(t3."total") filter (
        where
          case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m1,
      count(*) as m2
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $4::text)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and (a2.m0 > $5::bigint)
  and (coalesce(a2.m1, 0) < $6::bigint)
  and (a2.m2 > $7::bigint);
-- $1 = true
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"
-- $5 = "100"
-- $6 = "500"
-- $7 = "3"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"gift","operator":"equals","value":true}]},"operator":"greater_than","value":100},{"related":"orders","measure":"sum","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"less_than","value":500},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":3}]}
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
      sum(t3."total") filter (
        where
          t3."guest_id" is not null
          and (t3."gift" = $2::boolean)
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m0,
      sum(t3."total") filter (
        where
          t3."guest_id" is not null
          and case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end is not null
      ) as m1,
      count(*) as m2
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $5::text)
  ) a2 on true
where
  (a2.m0 > $6::bigint)
  and (coalesce(a2.m1, 0) < $7::bigint)
  and (a2.m2 > $8::bigint);
-- $1 = ["Anna","Ben"]
-- $2 = true
-- $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "paid"
-- $6 = "100"
-- $7 = "500"
-- $8 = "3"
