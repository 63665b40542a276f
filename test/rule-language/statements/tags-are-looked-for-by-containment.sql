-- tags are looked for by containment

-- Over everyone: {"field":"tastes","operator":"has_any","value":["wine"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."tastes"::text[] @> $2::text[]);
-- $1 = "shop"
-- $2 = ["wine"]

-- Over everyone: {"field":"tastes","operator":"has_any","value":["wine","soup"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."tastes"::text[] && $2::text[]);
-- $1 = "shop"
-- $2 = ["wine","soup"]

-- Over everyone: {"field":"tastes","operator":"has_all","value":["wine","soup"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."tastes"::text[] @> $2::text[]);
-- $1 = "shop"
-- $2 = ["wine","soup"]
