-- two collections are two aggregates, also of the same name at the end of two paths

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"equals","value":2},{"related":"activities","measure":"count","operator":"equals","value":2}]}
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
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
  left join (
    select
      t5."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."activity" t5
    where
      t5."tenant_id" = $3::text
      and t5."happened_at" <= $4::timestamptz
      and t5."happened_at" > '-infinity'
    group by
      t5."guest_id"
  ) a4 on a4.k0 = t1."id"
where
  t1."tenant_id" = $5::text
  and (
    (a2.m0 = $6::bigint)
    and (a4.m0 = $7::bigint)
  );
-- $1, $3, $5 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $6, $7 = "2"

-- Over everyone: {"match":"all","rules":[{"related":"friend.orders","measure":"count","operator":"equals","value":2},{"related":"sponsor.orders","measure":"count","operator":"equals","value":3}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."guest" p5 on p5."id" = t1."sponsor_id"
  and p5."tenant_id" = $2::text
  left join (
    select
      t4."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t4
    where
      t4."tenant_id" = $3::text
      and t4."placed_at" <= $4::timestamptz
      and t4."placed_at" > '-infinity'
    group by
      t4."guest_id"
  ) a3 on a3.k0 = p2."id"
  left join (
    select
      t7."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t7
    where
      t7."tenant_id" = $5::text
      and t7."placed_at" <= $6::timestamptz
      and t7."placed_at" > '-infinity'
    group by
      t7."guest_id"
  ) a6 on a6.k0 = p5."id"
where
  t1."tenant_id" = $7::text
  and (
    (a3.m0 = $8::bigint)
    and (a6.m0 = $9::bigint)
  );
-- $1, $2, $3, $5, $7 = "shop"
-- $4, $6 = "2024-06-12 10:00:00.000000+00"
-- $8 = "2"
-- $9 = "3"
