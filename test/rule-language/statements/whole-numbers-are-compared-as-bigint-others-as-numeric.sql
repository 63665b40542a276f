-- whole numbers are compared as bigint, others as numeric

-- Over everyone: {"field":"points","operator":"equals","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = $2::bigint);
-- $1 = "shop"
-- $2 = "5"

-- Over everyone: {"field":"points","operator":"equals","value":-5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = $2::bigint);
-- $1 = "shop"
-- $2 = "-5"

-- Over everyone: {"field":"points","operator":"equals","value":"123456789012345678"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = $2::bigint);
-- $1 = "shop"
-- $2 = "123456789012345678"

-- Over everyone: {"field":"points","operator":"equals","value":"1234567890123456789"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = $2::numeric);
-- $1 = "shop"
-- $2 = "1234567890123456789"

-- Over everyone: {"field":"points","operator":"equals","value":"0.5"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = $2::numeric);
-- $1 = "shop"
-- $2 = "0.5"

-- Over everyone: {"field":"points","operator":"in_list","value":[5,-5,"123456789012345678"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = any ($2::bigint[]));
-- $1 = "shop"
-- $2 = ["5","-5","123456789012345678"]

-- Over everyone: {"field":"points","operator":"in_list","value":[5,"0.5"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = any ($2::numeric[]));
-- $1 = "shop"
-- $2 = ["5","0.5"]

-- Over everyone: {"field":"points","operator":"in_list","value":["1234567890123456789"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."points" = any ($2::numeric[]));
-- $1 = "shop"
-- $2 = ["1234567890123456789"]
