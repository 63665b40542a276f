-- names are quoted, whatever is in them

-- Over everyone: {"field":"odd","operator":"equals","value":"Anna"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."an ""odd"" column" collate "und-x-icu") = lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "Anna"

-- Over everyone: {"field":"custom.host's","operator":"equals","value":"Anna"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'host''s')) in ('string', 'number', 'boolean') then ((t1."custom" -> 'host''s') #>> '{}')
    end = $2::text
  );
-- $1 = "shop"
-- $2 = "Anna"
