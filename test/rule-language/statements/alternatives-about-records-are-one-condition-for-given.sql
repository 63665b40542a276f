-- alternatives about records are one condition for given guests

-- Of given guests: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
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
      "conformance"."order" t4
    where
      t4."guest_id" = t1."id"
      and t4."tenant_id" = $2::text
      and t4."placed_at" <= $3::timestamptz
      and t4."placed_at" > '-infinity'
  ) a3 on true
where
  (
    exists (
      select
      from
        "conformance"."order" t2
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $4::text
        and t2."placed_at" <= $5::timestamptz
        and t2."placed_at" > '-infinity'
    )
  )
  or (a3.m0 > $6::bigint);
-- $1 = ["Anna","Ben"]
-- $2, $4 = "shop"
-- $3, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "7"

-- Of given guests: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    (lower(t1."city" collate "und-x-icu") = lower($5::text collate "und-x-icu"))
    or (a2.m0 > $6::bigint)
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "Berlin"
-- $6 = "7"
