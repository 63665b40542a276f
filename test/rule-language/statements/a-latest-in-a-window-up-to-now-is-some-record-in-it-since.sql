-- a latest in a window up to now is some record in it, since none is later

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"within_last","value":{"days":30}}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-05-13 22:00:00.000000+00"
-- $4 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"within_last","value":{"hours":2}}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-12 08:00:00.000001+00"
-- $4 = "2024-06-12 10:00:00.000001+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"within_next","value":{"days":1}}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-11 22:00:00.000000+00"
-- $4 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"ago_between","value":[{"days":0},{"days":7}]}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-04 22:00:00.000000+00"
-- $4 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"in_period","value":"this_month"}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < $4::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-05-31 22:00:00.000000+00"
-- $4 = "2024-06-30 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"ahead_at_least","value":{"hours":1}}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."placed_at") then t3."placed_at"
  end is not null
  and t3."placed_at" >= $3::timestamptz
  and t3."placed_at" < 'infinity';
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-12 11:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"shipped","operator":"ahead_at_least","value":{"days":1}}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and case
    when isfinite(t3."shipped") then t3."shipped"
  end is not null
  and t3."shipped" >= $3::date
  and t3."shipped" < 'infinity';
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-13"

-- Over everyone: {"related":"own_lines","measure":"maximum","of":"order.placed_at","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    exists (
      select
      from
        "conformance"."line" t2
        left join "conformance"."order" p3 on p3."id" = t2."order_id"
        and p3."tenant_id" = $2::text
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $3::text
        and p3."placed_at" <= $4::timestamptz
        and p3."placed_at" > '-infinity'
        and case
          when isfinite(p3."placed_at") then p3."placed_at"
        end is not null
        and p3."placed_at" >= $5::timestamptz
        and p3."placed_at" < $6::timestamptz
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "2024-05-13 22:00:00.000000+00"
-- $6 = "2024-06-12 22:00:00.000000+00"
