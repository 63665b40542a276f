-- records of owners that may not be there are found from the guests

-- Over everyone: {"related":"paid_orders","measure":"count","operator":"greater_than","value":0}
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
        "conformance"."order" t2
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $2::text
        and t2."placed_at" <= $3::timestamptz
        and t2."placed_at" > '-infinity'
        and (t2."status" = $4::text)
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"

-- Of given guests: {"related":"paid_orders","measure":"count","operator":"greater_than","value":0}
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
        "conformance"."order" t2
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $3::text
        and t2."placed_at" <= $4::timestamptz
        and t2."placed_at" > '-infinity'
        and (t2."status" = $5::text)
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "paid"

-- Over everyone: {"related":"friend.orders","measure":"count","operator":"greater_than","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    exists (
      select
      from
        "conformance"."order" t3
      where
        t3."guest_id" = p2."id"
        and t3."tenant_id" = $3::text
        and t3."placed_at" <= $4::timestamptz
        and t3."placed_at" > '-infinity'
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"related":"friend.orders","measure":"count","operator":"greater_than","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    exists (
      select
      from
        "conformance"."order" t3
      where
        t3."guest_id" = p2."id"
        and t3."tenant_id" = $4::text
        and t3."placed_at" <= $5::timestamptz
        and t3."placed_at" > '-infinity'
    )
  );
-- $1, $2, $4 = "shop"
-- $3 = ["Anna","Ben"]
-- $5 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"company.opportunities","measure":"count","operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    not (
      exists (
        select
        from
          "conformance"."opportunity" t3
        where
          t3."company_id" = p2."id"
          and t3."tenant_id" = $3::text
          and t3."opened" <= $4::date
          and t3."opened" > '-infinity'
      )
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12"

-- Of given guests: {"related":"company.opportunities","measure":"count","operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    not (
      exists (
        select
        from
          "conformance"."opportunity" t3
        where
          t3."company_id" = p2."id"
          and t3."tenant_id" = $4::text
          and t3."opened" <= $5::date
          and t3."opened" > '-infinity'
      )
    )
  );
-- $1, $2, $4 = "shop"
-- $3 = ["Anna","Ben"]
-- $5 = "2024-06-12"
