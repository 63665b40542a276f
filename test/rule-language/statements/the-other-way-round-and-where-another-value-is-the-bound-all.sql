-- the other way round, and where another value is the bound, all records are gone through

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"less_than","value":100}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."total") as m0
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
  and a2.m0 < $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "100"

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"equals","value":100}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."total") as m0
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
  and a2.m0 = $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "100"

-- Over everyone: {"related":"orders","measure":"maximum","of":"total","operator":"greater_than","value":{"field":"credit"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      max(t3."total") as m0
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
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    a2.m0 > case
      when t1."credit" > '-1e1000'::numeric
      and t1."credit" < '1e1000'::numeric then t1."credit"
    end
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"total","operator":"greater_than","value":5}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      min(t3."total") as m0
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
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "5"

-- Over everyone: {"related":"orders","measure":"minimum","of":"total","operator":"less_than","value":{"field":"credit","times":"2"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      min(t3."total") as m0
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
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    a2.m0 < case
      when t1."credit" > '-1e1000'::numeric
      and t1."credit" < '1e1000'::numeric then t1."credit"
    end::numeric * $4::numeric::numeric
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "2"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"before","value":"2024-06-01"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 < $3::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-05-31 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"maximum","of":"placed_at","operator":"after","value":{"field":"seen"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      max(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    a2.m0 > case
      when isfinite(t1."seen") then t1."seen"
    end
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"after","value":"2024-06-01"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      min(t3."placed_at") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 >= $3::timestamptz;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2024-06-01 22:00:00.000000+00"
