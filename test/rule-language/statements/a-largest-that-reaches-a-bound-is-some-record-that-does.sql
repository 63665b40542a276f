-- a largest that reaches a bound is some record that does

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"greater_than","value":100}
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
  and t3."total" > $3::bigint
  and t3."total" < '1e1000'::numeric;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "100"

-- Of given guests: {"related":"orders","measure":"maximum","of":"total","operator":"greater_than","value":100}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
where
  exists (
    select
    from
      "conformance"."order" t2
    where
      t2."guest_id" = t1."id"
      and t2."tenant_id" = $2::text
      and t2."placed_at" <= $3::timestamptz
      and t2."placed_at" > '-infinity'
      and case
        when t2."total" > '-1e1000'::numeric
        and t2."total" < '1e1000'::numeric then t2."total"
      end is not null
      and t2."total" > $4::bigint
      and t2."total" < '1e1000'::numeric
  );
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "100"

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"greater_than_or_equal","value":"99.5"}
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
  and t3."total" >= $3::numeric
  and t3."total" < '1e1000'::numeric;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "99.5"

-- Of given guests: {"related":"orders","measure":"maximum","of":"total","operator":"greater_than_or_equal","value":"99.5"}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
where
  exists (
    select
    from
      "conformance"."order" t2
    where
      t2."guest_id" = t1."id"
      and t2."tenant_id" = $2::text
      and t2."placed_at" <= $3::timestamptz
      and t2."placed_at" > '-infinity'
      and case
        when t2."total" > '-1e1000'::numeric
        and t2."total" < '1e1000'::numeric then t2."total"
      end is not null
      and t2."total" >= $4::numeric
      and t2."total" < '1e1000'::numeric
  );
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "99.5"
