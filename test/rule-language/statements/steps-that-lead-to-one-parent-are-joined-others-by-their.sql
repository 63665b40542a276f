-- steps that lead to one parent are joined, others by their distinct keys

-- Over everyone: {"related":"paid_lines","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      join "conformance"."line" t4 on t4."order_id" = t3."id"
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $3::text)
      and t4."tenant_id" = $4::text
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $5::text
  and (a2.m0 = $6::bigint);
-- $1, $4, $5 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $6 = "2"

-- Of given guests: {"related":"paid_lines","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
      join "conformance"."line" t4 on t4."order_id" = t3."id"
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $3::text)
      and t4."tenant_id" = $4::text
  ) a2 on true
where
  t1."tenant_id" = $5::text
  and t1."id" = any ($6::text[])
  and (a2.m0 = $7::bigint);
-- $1, $4, $5 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $6 = ["Anna","Ben"]
-- $7 = "2"

-- Over everyone: {"related":"dishes","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      w5.k0 as k0,
      count(*) as m0
    from
      (
        select distinct
          t3."guest_id" as k0,
          t4."dish_id" as j0
        from
          "conformance"."order" t3
          join "conformance"."line" t4 on t4."order_id" = t3."id"
        where
          t3."tenant_id" = $1::text
          and t3."placed_at" <= $2::timestamptz
          and t3."placed_at" > '-infinity'
          and t4."tenant_id" = $3::text
      ) w5
      join "conformance"."dish" t6 on t6."id" = w5.j0
    where
      true
    group by
      w5.k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and (a2.m0 = $5::bigint);
-- $1, $3, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $5 = "2"

-- Of given guests: {"related":"dishes","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      (
        select distinct
          t3."guest_id" as k0,
          t4."dish_id" as j0
        from
          "conformance"."order" t3
          join "conformance"."line" t4 on t4."order_id" = t3."id"
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $1::text
          and t3."placed_at" <= $2::timestamptz
          and t3."placed_at" > '-infinity'
          and t4."tenant_id" = $3::text
      ) w5
      join "conformance"."dish" t6 on t6."id" = w5.j0
    where
      true
  ) a2 on true
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (a2.m0 = $6::bigint);
-- $1, $3, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $5 = ["Anna","Ben"]
-- $6 = "2"

-- Over everyone: {"related":"colleagues","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."id" as k0,
      count(*) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
    where
      t3."tenant_id" = $1::text
      and t4."tenant_id" = $2::text
    group by
      t3."id"
  ) a2 on a2.k0 = t1."company_id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 = $4::bigint);
-- $1, $2, $3 = "shop"
-- $4 = "2"

-- Of given guests: {"related":"colleagues","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
    where
      t3."id" = t1."company_id"
      and t3."tenant_id" = $1::text
      and t4."tenant_id" = $2::text
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 = $5::bigint);
-- $1, $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "2"
