-- everyone is the tenant’s guests

-- Everyone
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text;
-- $1 = "shop"
