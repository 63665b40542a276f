-- the guests are read where an owner is known by two columns, or by another than their key

-- Over everyone: {"related":"contracts","measure":"count","operator":"greater_than","value":0}
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
        "a ""contract""" t2
      where
        t2."guest_id" = t1."id"
        and t2."city" = t1."city"
        and t2."tenant_id" = $2::text
    )
  );
-- $1, $2 = "shop"

-- Of given guests: {"related":"contracts","measure":"count","operator":"greater_than","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    exists (
      select
      from
        "a ""contract""" t2
      where
        t2."guest_id" = t1."id"
        and t2."city" = t1."city"
        and t2."tenant_id" = $3::text
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]

-- Over everyone: {"related":"referred","measure":"count","operator":"greater_than","value":0}
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
        "a ""contract""" t2
      where
        t2."guest_id" = t1."company_id"
        and t2."tenant_id" = $2::text
    )
  );
-- $1, $2 = "shop"

-- Of given guests: {"related":"referred","measure":"count","operator":"greater_than","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    exists (
      select
      from
        "a ""contract""" t2
      where
        t2."guest_id" = t1."company_id"
        and t2."tenant_id" = $3::text
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
