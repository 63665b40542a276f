-- an earliest long ago is some record long ago

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"ago_at_least","value":{"days":60}}
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
-- $3 = "2024-04-13 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"ago_at_least","value":{"hours":60}}
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
-- $3 = "2024-06-09 22:00:00.000001+00"
