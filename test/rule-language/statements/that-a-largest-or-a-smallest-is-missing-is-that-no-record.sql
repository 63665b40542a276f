-- that a largest or a smallest is missing is that no record has one

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
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
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"total","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
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
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","where":{"match":"all","rules":[{"field":"gift","operator":"equals","value":true}]},"operator":"is_not_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
      not (
        exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $2::text
            and t2."placed_at" <= $3::timestamptz
            and t2."placed_at" > '-infinity'
            and (t2."gift" = $4::boolean)
            and case
              when t2."total" > '-1e1000'::numeric
              and t2."total" < '1e1000'::numeric then t2."total"
            end is not null
        )
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = true
