-- none is an anti-join, however it is said

-- Over everyone: {"related":"orders","measure":"count","operator":"less_than","value":1}
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

-- Over everyone: {"related":"orders","measure":"count","operator":"less_than","value":"0.5"}
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

-- Over everyone: {"related":"orders","measure":"count","operator":"less_than_or_equal","value":0}
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

-- Over everyone: {"related":"orders","measure":"count","operator":"less_than_or_equal","value":"0.5"}
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

-- Over everyone: {"match":"none","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
      (
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
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
