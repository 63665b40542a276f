-- other measures are no existence

-- Over everyone: {"related":"orders","measure":"sum","of":"total","operator":"greater_than","value":0}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0
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
-- $3 = "0"

-- Over everyone: {"related":"orders","measure":"average","of":"total","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
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
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 * a2.m1 is null);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"distinct","of":"status","operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(
        distinct case
          when btrim(
            t3."status",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then t3."status"
        end
      ) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when btrim(
          t3."status",
          E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
        ) <> '' then t3."status"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (coalesce(a2.m0, 0) = $4::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "0"

-- Over everyone: {"related":"orders","measure":"last","of":"total","operator":"greater_than","value":0}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      (
        array_agg(
          case
            when t3."total" > '-1e1000'::numeric
            and t3."total" < '1e1000'::numeric then t3."total"
          end
          order by
            t3."placed_at" desc,
            t3."id" desc
        )
      ) [1] as m0
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
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "0"
