-- the guests are read where all that decides is not of them for sure

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"activities","measure":"count","operator":"greater_than","value":3}]}
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
    (a2.m0 > $6::bigint)
    and (a4.m0 > $7::bigint)
  );
-- $1, $3, $5 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $6 = "7"
-- $7 = "3"

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"paid_orders","measure":"count","operator":"greater_than","value":7}]}
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
      "conformance"."order" t5
    where
      t5."tenant_id" = $3::text
      and t5."placed_at" <= $4::timestamptz
      and t5."placed_at" > '-infinity'
      and (t5."status" = $5::text)
    group by
      t5."guest_id"
  ) a4 on a4.k0 = t1."id"
where
  t1."tenant_id" = $6::text
  and (
    (a2.m0 > $7::bigint)
    and (a4.m0 > $8::bigint)
  );
-- $1, $3, $6 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "paid"
-- $7, $8 = "7"

-- Over everyone: {"match":{"at_least":1},"rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t4."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t4
    where
      t4."tenant_id" = $1::text
      and t4."placed_at" <= $2::timestamptz
      and t4."placed_at" > '-infinity'
    group by
      t4."guest_id"
  ) a3 on a3.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    (
      case
        when exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $4::text
            and t2."placed_at" <= $5::timestamptz
            and t2."placed_at" > '-infinity'
        ) then 1
        else 0
      end + case
        when a3.m0 > $6::bigint then 1
        else 0
      end
    ) >= $7::integer
  );
-- $1, $3, $4 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "7"
-- $7 = 1
