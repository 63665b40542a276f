-- the guests are not read for given ids where one of all, or each of any, is of them for sure

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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
  (a2.m0 > $4::bigint)
  and (
    exists (
      select
      from
        "conformance"."order" t4
      where
        t4."guest_id" = t1."id"
        and t4."tenant_id" = $5::text
        and t4."placed_at" <= $6::timestamptz
        and t4."placed_at" > '-infinity'
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $5 = "shop"
-- $3, $6 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"paid_orders","measure":"count","operator":"greater_than","value":7}]}
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
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t5
    where
      t5."guest_id" = t1."id"
      and t5."tenant_id" = $4::text
      and t5."placed_at" <= $5::timestamptz
      and t5."placed_at" > '-infinity'
      and (t5."status" = $6::text)
  ) a4 on true
where
  (a2.m0 > $7::bigint)
  and (a4.m0 > $8::bigint);
-- $1 = ["Anna","Ben"]
-- $2, $4 = "shop"
-- $3, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "paid"
-- $7, $8 = "7"

-- Of given guests: {"match":"all","rules":[{"related":"paid_orders","measure":"count","operator":"greater_than","value":7},{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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
      and (t3."status" = $4::text)
  ) a2 on true
where
  (a2.m0 > $5::bigint)
  and (
    exists (
      select
      from
        "conformance"."order" t4
      where
        t4."guest_id" = t1."id"
        and t4."tenant_id" = $6::text
        and t4."placed_at" <= $7::timestamptz
        and t4."placed_at" > '-infinity'
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"
-- $5 = "7"

-- Of given guests: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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
  (a2.m0 > $4::bigint)
  or (
    exists (
      select
      from
        "conformance"."order" t4
      where
        t4."guest_id" = t1."id"
        and t4."tenant_id" = $5::text
        and t4."placed_at" <= $6::timestamptz
        and t4."placed_at" > '-infinity'
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $5 = "shop"
-- $3, $6 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"

-- Of given guests: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"paid_orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    (
      exists (
        select
        from
          "conformance"."order" t2
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $3::text
          and t2."placed_at" <= $4::timestamptz
          and t2."placed_at" > '-infinity'
      )
    )
    or (
      exists (
        select
        from
          "conformance"."order" t3
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $5::text
          and t3."placed_at" <= $6::timestamptz
          and t3."placed_at" > '-infinity'
          and (t3."status" = $7::text)
      )
    )
  );
-- $1, $3, $5 = "shop"
-- $2 = ["Anna","Ben"]
-- $4, $6 = "2024-06-12 10:00:00.000000+00"
-- $7 = "paid"
