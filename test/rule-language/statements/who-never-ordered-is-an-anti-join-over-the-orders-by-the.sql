-- who never ordered is an anti-join over the orders, by the column that an index finds them by

-- Over everyone: {"related":"orders","measure":"count","operator":"equals","value":0}
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
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"related":"orders","measure":"count","operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t2
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $3::text
          and t2."placed_at" <= $4::timestamptz
          and t2."placed_at" > '-infinity'
      )
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"paid_lines","measure":"count","where":{"match":"all","rules":[{"field":"price","operator":"greater_than","value":5}]},"operator":"equals","value":0}
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
          join "conformance"."line" t3 on t3."order_id" = t2."id"
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $2::text
          and t2."placed_at" <= $3::timestamptz
          and t2."placed_at" > '-infinity'
          and (t2."status" = $4::text)
          and t3."tenant_id" = $5::text
          and (
            t3."price" > $6::bigint
            and t3."price" < '1e1000'::numeric
          )
      )
    )
  );
-- $1, $2, $5 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"
-- $6 = "5"

-- Of given guests: {"related":"paid_lines","measure":"count","where":{"match":"all","rules":[{"field":"price","operator":"greater_than","value":5}]},"operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t2
          join "conformance"."line" t3 on t3."order_id" = t2."id"
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $3::text
          and t2."placed_at" <= $4::timestamptz
          and t2."placed_at" > '-infinity'
          and (t2."status" = $5::text)
          and t3."tenant_id" = $6::text
          and (
            t3."price" > $7::bigint
            and t3."price" < '1e1000'::numeric
          )
      )
    )
  );
-- $1, $3, $6 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "paid"
-- $7 = "5"
