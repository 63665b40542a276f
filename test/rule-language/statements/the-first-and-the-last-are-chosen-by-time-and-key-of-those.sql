-- the first and the last are chosen by time and key, of those with a time

-- Over everyone: {"related":"orders","measure":"first","of":"status","operator":"equals","value":"paid"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      (
        array_agg(
          case
            when btrim(
              t3."status",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t3."status"
          end
          order by
            t3."placed_at" asc,
            t3."id" asc
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
  and a2.m0 = $3::text;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"

-- Of given guests: {"related":"orders","measure":"first","of":"status","operator":"equals","value":"paid"}
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
      (
        array_agg(
          case
            when btrim(
              t3."status",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t3."status"
          end
          order by
            t3."placed_at" asc,
            t3."id" asc
        )
      ) [1] as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
  ) a2 on true
where
  a2.m0 = $4::text;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"

-- Over everyone: {"related":"orders","measure":"last","of":"total","operator":"greater_than","value":10}
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
-- $3 = "10"

-- Of given guests: {"related":"orders","measure":"last","of":"total","operator":"greater_than","value":10}
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
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
  ) a2 on true
where
  a2.m0 > $4::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "10"

-- Over everyone: {"related":"friends","measure":"last","of":"city","operator":"equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."friend_id" as k0,
      (
        array_agg(
          case
            when btrim(
              t3."city",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t3."city"
          end
          order by
            t3."seen" desc,
            t3."id" collate "C" desc
        )
      ) [1] as m0
    from
      "conformance"."guest" t3
    where
      t3."tenant_id" = $1::text
      and t3."seen" <= $2::timestamptz
      and t3."seen" > '-infinity'
      and case
        when isfinite(t3."seen") then t3."seen"
      end is not null
    group by
      t3."friend_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (lower(a2.m0 collate "und-x-icu") = lower($4::text collate "und-x-icu"));
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "Berlin"

-- Of given guests: {"related":"friends","measure":"last","of":"city","operator":"equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      (
        array_agg(
          case
            when btrim(
              t3."city",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t3."city"
          end
          order by
            t3."seen" desc,
            t3."id" collate "C" desc
        )
      ) [1] as m0
    from
      "conformance"."guest" t3
    where
      t3."friend_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."seen" <= $2::timestamptz
      and t3."seen" > '-infinity'
      and case
        when isfinite(t3."seen") then t3."seen"
      end is not null
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (lower(a2.m0 collate "und-x-icu") = lower($5::text collate "und-x-icu"));
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "Berlin"
