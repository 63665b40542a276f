-- a latest in a window that ends before now, or of what may be later than now, is an aggregate

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"in_period","value":"last_month"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::timestamptz
  and a2.m0 < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-04-30 22:00:00.000000+00"
-- $4 = "2024-05-31 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"ago_between","value":[{"days":1},{"days":7}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::timestamptz
  and a2.m0 < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-04 22:00:00.000000+00"
-- $4 = "2024-06-11 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"ago_at_least","value":{"days":60}}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 < $3::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-04-13 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"shipped","operator":"within_last","value":{"days":30}}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."shipped") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."shipped") then t3."shipped"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::date
  and a2.m0 < $4::date;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-05-14"
-- $4 = "2024-06-13"

-- Over everyone: {"related":"bookings","measure":"maximum","of":"start","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      max(t3."start") as m0
    from
      "conformance"."booking" t3
    where
      t3."tenant_id" = $1::text
      and case
        when isfinite(t3."start") then t3."start"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $2::text
  and (
    a2.m0 >= $3::timestamptz
    and a2.m0 < $4::timestamptz
  );
-- $1, $2 = "shop"
-- $3 = "2024-05-13 22:00:00.000000+00"
-- $4 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"colleagues","measure":"maximum","of":"last_order_at","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."id" as k0,
      max(a5.m0) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
      left join (
        select
          t6."guest_id" as k0,
          max(t6."placed_at") as m0
        from
          "conformance"."order" t6
        where
          t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
          and case
            when isfinite(t6."placed_at") then t6."placed_at"
          end is not null
        group by
          t6."guest_id"
      ) a5 on a5.k0 = t4."id"
    where
      t3."tenant_id" = $3::text
      and t4."tenant_id" = $4::text
      and a5.m0 is not null
    group by
      t3."id"
  ) a2 on a2.k0 = t1."company_id"
where
  t1."tenant_id" = $5::text
  and (
    a2.m0 >= $6::timestamptz
    and a2.m0 < $7::timestamptz
  );
-- $1, $3, $4, $5 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $6 = "2024-05-13 22:00:00.000000+00"
-- $7 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"own_lines","measure":"maximum","of":"order.shipped","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      max(p4."shipped") as m0
    from
      "conformance"."line" t3
      left join "conformance"."order" p4 on p4."id" = t3."order_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and p4."placed_at" <= $3::timestamptz
      and p4."placed_at" > '-infinity'
      and case
        when isfinite(p4."shipped") then p4."shipped"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and (
    a2.m0 >= $5::date
    and a2.m0 < $6::date
  );
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $5 = "2024-05-14"
-- $6 = "2024-06-13"
