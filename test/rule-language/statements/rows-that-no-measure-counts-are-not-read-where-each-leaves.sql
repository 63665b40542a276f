-- rows that no measure counts are not read where each leaves some out

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"equals","value":2},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"open"}]},"operator":"equals","value":3}]}
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
      count(*) filter (
        where
          (t3."status" = $2::text)
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        ((t3."status" = $5::text))
        or ((t3."status" = $6::text))
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and (a2.m0 = $7::bigint)
  and (a2.m1 = $8::bigint);
-- $1, $5 = "paid"
-- $2, $6 = "open"
-- $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $7 = "2"
-- $8 = "3"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"equals","value":2},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"open"}]},"operator":"equals","value":3}]}
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
      count(*) filter (
        where
          t3."guest_id" is not null
          and (t3."status" = $3::text)
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $4::text
      and t3."placed_at" <= $5::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        ((t3."status" = $6::text))
        or ((t3."status" = $7::text))
      )
  ) a2 on true
where
  (a2.m0 = $8::bigint)
  and (a2.m1 = $9::bigint);
-- $1 = ["Anna","Ben"]
-- $2, $6 = "paid"
-- $3, $7 = "open"
-- $4 = "shop"
-- $5 = "2024-06-12 10:00:00.000000+00"
-- $8 = "2"
-- $9 = "3"

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"total","operator":"greater_than","value":5}]},"operator":"equals","value":2},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":5},{"field":"status","operator":"equals","value":"open"}]},"operator":"equals","value":3}]}
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
      count(*) filter (
        where
          (t3."status" = $2::text)
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        t3."total" > $5::bigint
        and t3."total" < '1e1000'::numeric
      )
      and (
        ((t3."status" = $6::text))
        or ((t3."status" = $7::text))
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and (a2.m0 = $8::bigint)
  and (a2.m1 = $9::bigint);
-- $1, $6 = "paid"
-- $2, $7 = "open"
-- $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "5"
-- $8 = "2"
-- $9 = "3"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"},{"field":"total","operator":"greater_than","value":5}]},"operator":"equals","value":2},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":5},{"field":"status","operator":"equals","value":"open"}]},"operator":"equals","value":3}]}
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
      count(*) filter (
        where
          t3."guest_id" is not null
          and (t3."status" = $3::text)
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $4::text
      and t3."placed_at" <= $5::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        t3."total" > $6::bigint
        and t3."total" < '1e1000'::numeric
      )
      and (
        ((t3."status" = $7::text))
        or ((t3."status" = $8::text))
      )
  ) a2 on true
where
  (a2.m0 = $9::bigint)
  and (a2.m1 = $10::bigint);
-- $1 = ["Anna","Ben"]
-- $2, $7 = "paid"
-- $3, $8 = "open"
-- $4 = "shop"
-- $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "5"
-- $9 = "2"
-- $10 = "3"
