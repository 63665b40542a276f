-- an average is compared by multiplication, of the numbers as they are stored

-- Over everyone: {"related":"orders","measure":"average","of":"total","operator":"greater_than","value":"12.5"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $3::numeric * a2.m1;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "12.5"

-- Of given guests: {"related":"orders","measure":"average","of":"total","operator":"greater_than","value":"12.5"}
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
      sum(t3."total") as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
  ) a2 on true
where
  a2.m0 > $4::numeric * a2.m1;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "12.5"

-- Over everyone: {"related":"orders","measure":"average","of":"total","operator":"in_list","value":[10,"12.5"]}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and exists (
    select
    from
      unnest($3::numeric[]) v
    where
      a2.m0 = v * a2.m1
  );
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = ["10","12.5"]

-- Of given guests: {"related":"orders","measure":"average","of":"total","operator":"in_list","value":[10,"12.5"]}
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
      sum(t3."total") as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
  ) a2 on true
where
  exists (
    select
    from
      unnest($4::numeric[]) v
    where
      a2.m0 = v * a2.m1
  );
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["10","12.5"]
