-- the guests are read for given ids where one of them may have no records or something else is asked

-- Of given guests: {"related":"orders","measure":"count","operator":"less_than","value":2}
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
  and (coalesce(a2.m0, 0) < $5::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "2"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"vip","operator":"equals","value":true}]}
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
    and (t1."vip" = $5::boolean)
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = true

-- Of given guests: {"segment":{"template":"loyal"},"operator":"is_member"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    exists (
      select
      from
        "conformance"."stay" s2
      where
        s2."subject_id" = t1."id"
        and s2."tenant_id" = $3::text
        and s2."segment_id" = $4::uuid
        and s2."entered_at" <= $5::timestamptz
        and (
          s2."left_at" is null
          or s2."left_at" > $6::timestamptz
        )
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $5, $6 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"related":"paid_orders","measure":"count","operator":"greater_than","value":1}
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
      and (t3."status" = $3::text)
  ) a2 on true
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (a2.m0 > $6::bigint);
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $5 = ["Anna","Ben"]
-- $6 = "1"
