-- a latest after a time is some record after it, an earliest before a time is some record before it

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"after","value":"2024-06-01"}
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
-- $3 = "2024-06-01 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"on_or_after","value":"2024-06-01T10:00:00Z"}
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
-- $3 = "2024-06-01 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"shipped","operator":"on_or_after","value":"2024-06-01"}
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
-- $3 = "2024-06-01"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"before","value":"2024-06-01"}
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
  and t3."placed_at" > '-infinity'
  and t3."placed_at" < $3::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-05-31 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"on_or_before","value":"2024-06-01"}
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
  and t3."placed_at" > '-infinity'
  and t3."placed_at" < $3::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-01 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"total","operator":"less_than","value":5}
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
    when t3."total" > '-1e1000'::numeric
    and t3."total" < '1e1000'::numeric then t3."total"
  end is not null
  and t3."total" < $3::bigint
  and t3."total" > '-1e1000'::numeric;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "5"

-- Over everyone: {"related":"orders","measure":"minimum","of":"total","operator":"less_than_or_equal","value":5}
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
    when t3."total" > '-1e1000'::numeric
    and t3."total" < '1e1000'::numeric then t3."total"
  end is not null
  and t3."total" <= $3::bigint
  and t3."total" > '-1e1000'::numeric;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "5"
