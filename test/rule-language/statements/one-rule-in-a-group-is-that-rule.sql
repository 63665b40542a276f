-- one rule in a group is that rule

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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

-- Over everyone: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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

-- Of given guests: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
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

-- Over everyone: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "7"

-- Of given guests: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
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
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  a2.m0 > $4::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "7"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
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
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  a2.m0 > $4::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"
