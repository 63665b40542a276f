-- a value kept beside the record is one row by tenant, field and key, compared as an index on it can answer

-- Over everyone: {"field":"kept.rating","operator":"between","value":[10,20]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and (
    p2."value_number" >= $4::bigint
    and p2."value_number" < '1e1000'::numeric
    and p2."value_number" <= $5::bigint
    and p2."value_number" > '-1e1000'::numeric
  );
-- $1 = "c0000000-0000-4000-a000-000000000001"
-- $2, $3 = "shop"
-- $4 = "10"
-- $5 = "20"

-- Of given guests: {"field":"kept.rating","operator":"between","value":[10,20]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    p2."value_number" >= $5::bigint
    and p2."value_number" < '1e1000'::numeric
    and p2."value_number" <= $6::bigint
    and p2."value_number" > '-1e1000'::numeric
  );
-- $1 = "c0000000-0000-4000-a000-000000000001"
-- $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "10"
-- $6 = "20"

-- Over everyone: {"field":"kept.motto","operator":"equals","value":"Carpe diem"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and (lower(p2."value_text" collate "und-x-icu") = lower($4::text collate "und-x-icu"));
-- $1 = "c0000000-0000-4000-a000-000000000002"
-- $2, $3 = "shop"
-- $4 = "Carpe diem"

-- Of given guests: {"field":"kept.motto","operator":"equals","value":"Carpe diem"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (lower(p2."value_text" collate "und-x-icu") = lower($5::text collate "und-x-icu"));
-- $1 = "c0000000-0000-4000-a000-000000000002"
-- $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "Carpe diem"

-- Over everyone: {"field":"kept.plan","operator":"equals","value":"plus"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and (p2."value_option" = $4::text);
-- $1 = "c0000000-0000-4000-a000-000000000006"
-- $2, $3 = "shop"
-- $4 = "plus"

-- Of given guests: {"field":"kept.plan","operator":"equals","value":"plus"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (p2."value_option" = $5::text);
-- $1 = "c0000000-0000-4000-a000-000000000006"
-- $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "plus"

-- Over everyone: {"field":"kept.diet","operator":"has_any","value":["vegan"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and (p2."value_tags"::text[] @> $4::text[]);
-- $1 = "c0000000-0000-4000-a000-000000000004"
-- $2, $3 = "shop"
-- $4 = ["vegan"]

-- Of given guests: {"field":"kept.diet","operator":"has_any","value":["vegan"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (p2."value_tags"::text[] @> $5::text[]);
-- $1 = "c0000000-0000-4000-a000-000000000004"
-- $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = ["vegan"]

-- Over everyone: {"field":"company.kept.size","operator":"greater_than","value":50}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."value" p3 on p3."field_id" = $2::uuid
  and p3."subject_id" = p2."id"
  and p3."tenant_id" = $3::text
where
  t1."tenant_id" = $4::text
  and (
    p3."value_number" > $5::bigint
    and p3."value_number" < '1e1000'::numeric
  );
-- $1, $3, $4 = "shop"
-- $2 = "c0000000-0000-4000-a000-000000000007"
-- $5 = "50"

-- Of given guests: {"field":"company.kept.size","operator":"greater_than","value":50}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."value" p3 on p3."field_id" = $2::uuid
  and p3."subject_id" = p2."id"
  and p3."tenant_id" = $3::text
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (
    p3."value_number" > $6::bigint
    and p3."value_number" < '1e1000'::numeric
  );
-- $1, $3, $4 = "shop"
-- $2 = "c0000000-0000-4000-a000-000000000007"
-- $5 = ["Anna","Ben"]
-- $6 = "50"
