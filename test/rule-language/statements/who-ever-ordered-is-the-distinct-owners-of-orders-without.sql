-- who ever ordered is the distinct owners of orders, without the guests; of given guests, EXISTS for each

-- Over everyone: {"related":"orders","measure":"count","operator":"greater_than_or_equal","value":1}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity';
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"related":"orders","measure":"count","operator":"greater_than_or_equal","value":1}
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
  );
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":0}
select distinct
  t3."guest_id" as id
from
  "conformance"."order" t3
where
  t3."guest_id" is not null
  and t3."tenant_id" = $1::text
  and t3."placed_at" <= $2::timestamptz
  and t3."placed_at" > '-infinity'
  and (t3."status" = $3::text);
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":0}
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
      and (t2."status" = $4::text)
  );
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"
