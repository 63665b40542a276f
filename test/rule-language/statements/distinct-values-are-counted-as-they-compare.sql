-- distinct values are counted as they compare

-- Over everyone: {"related":"orders","measure":"distinct","of":"note","operator":"greater_than","value":2}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(
        distinct lower(
          case
            when btrim(
              t3."note",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t3."note"
          end collate "und-x-icu"
        )
      ) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when btrim(
          t3."note",
          E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
        ) <> '' then t3."note"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2"

-- Over everyone: {"related":"orders","measure":"distinct","of":"shipped","operator":"greater_than","value":2}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(
        distinct case
          when isfinite(t3."shipped") then t3."shipped"
        end
      ) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."shipped") then t3."shipped"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "2"
