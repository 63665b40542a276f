-- the most frequent are an array of those tied, of which any may pass

-- Over everyone: {"related":"orders","measure":"most_frequent","of":"status","operator":"equals","value":"paid"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      k0,
      array_agg(v) as m0
    from
      (
        select
          k0,
          v,
          rank() over (
            partition by
              k0
            order by
              count(*) desc
          ) as place
        from
          (
            select
              t3."guest_id" as k0,
              case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end as v
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
          ) valued
        group by
          k0,
          v
      ) counted
    where
      place = 1
    group by
      k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 = $4::text
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "paid"

-- Of given guests: {"related":"orders","measure":"most_frequent","of":"status","operator":"equals","value":"paid"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      array_agg(v) as m0
    from
      (
        select
          v,
          rank() over (
            order by
              count(*) desc
          ) as place
        from
          (
            select
              case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end as v
            from
              "conformance"."order" t3
            where
              t3."guest_id" = t1."id"
              and t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end is not null
          ) valued
        group by
          v
      ) counted
    where
      place = 1
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 = $5::text
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "paid"

-- Over everyone: {"related":"orders","measure":"most_frequent","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      k0,
      array_agg(v) as m0
    from
      (
        select
          k0,
          v,
          rank() over (
            partition by
              k0
            order by
              count(*) desc
          ) as place
        from
          (
            select
              t3."guest_id" as k0,
              case
                when t3."total" > '-1e1000'::numeric
                and t3."total" < '1e1000'::numeric then t3."total"
              end as v
            from
              "conformance"."order" t3
            where
              t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and (t3."status" = $3::text)
              and case
                when t3."total" > '-1e1000'::numeric
                and t3."total" < '1e1000'::numeric then t3."total"
              end is not null
          ) valued
        group by
          k0,
          v
      ) counted
    where
      place = 1
    group by
      k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 > $5::bigint
    )
  );
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $5 = "5"

-- Of given guests: {"related":"orders","measure":"most_frequent","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      array_agg(v) as m0
    from
      (
        select
          v,
          rank() over (
            order by
              count(*) desc
          ) as place
        from
          (
            select
              case
                when t3."total" > '-1e1000'::numeric
                and t3."total" < '1e1000'::numeric then t3."total"
              end as v
            from
              "conformance"."order" t3
            where
              t3."guest_id" = t1."id"
              and t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and (t3."status" = $3::text)
              and case
                when t3."total" > '-1e1000'::numeric
                and t3."total" < '1e1000'::numeric then t3."total"
              end is not null
          ) valued
        group by
          v
      ) counted
    where
      place = 1
  ) a2 on true
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 > $6::bigint
    )
  );
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $5 = ["Anna","Ben"]
-- $6 = "5"

-- Over everyone: {"related":"orders","measure":"most_frequent","of":"shipped","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      k0,
      array_agg(v) as m0
    from
      (
        select
          k0,
          v,
          rank() over (
            partition by
              k0
            order by
              count(*) desc
          ) as place
        from
          (
            select
              t3."guest_id" as k0,
              case
                when isfinite(t3."shipped") then t3."shipped"
              end as v
            from
              "conformance"."order" t3
            where
              t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and case
                when isfinite(t3."shipped") then t3."shipped"
              end is not null
          ) valued
        group by
          k0,
          v
      ) counted
    where
      place = 1
    group by
      k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 >= $4::date
        and v4 < $5::date
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "2024-05-14"
-- $5 = "2024-06-13"

-- Of given guests: {"related":"orders","measure":"most_frequent","of":"shipped","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      array_agg(v) as m0
    from
      (
        select
          v,
          rank() over (
            order by
              count(*) desc
          ) as place
        from
          (
            select
              case
                when isfinite(t3."shipped") then t3."shipped"
              end as v
            from
              "conformance"."order" t3
            where
              t3."guest_id" = t1."id"
              and t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and case
                when isfinite(t3."shipped") then t3."shipped"
              end is not null
          ) valued
        group by
          v
      ) counted
    where
      place = 1
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 >= $5::date
        and v4 < $6::date
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "2024-05-14"
-- $6 = "2024-06-13"

-- Over everyone: {"related":"orders","measure":"most_frequent","of":"status","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      k0,
      array_agg(v) as m0
    from
      (
        select
          k0,
          v,
          rank() over (
            partition by
              k0
            order by
              count(*) desc
          ) as place
        from
          (
            select
              t3."guest_id" as k0,
              case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end as v
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
          ) valued
        group by
          k0,
          v
      ) counted
    where
      place = 1
    group by
      k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 is null);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"related":"orders","measure":"most_frequent","of":"status","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      array_agg(v) as m0
    from
      (
        select
          v,
          rank() over (
            order by
              count(*) desc
          ) as place
        from
          (
            select
              case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end as v
            from
              "conformance"."order" t3
            where
              t3."guest_id" = t1."id"
              and t3."tenant_id" = $1::text
              and t3."placed_at" <= $2::timestamptz
              and t3."placed_at" > '-infinity'
              and case
                when btrim(
                  t3."status",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."status"
              end is not null
          ) valued
        group by
          v
      ) counted
    where
      place = 1
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 is null);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
