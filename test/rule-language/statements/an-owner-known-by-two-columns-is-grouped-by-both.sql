-- an owner known by two columns is grouped by both

-- Over everyone: {"match":"all","rules":[{"related":"contracts","measure":"count","where":{"match":"all","rules":[{"field":"kind","operator":"equals","value":"rent"}]},"operator":"equals","value":2},{"related":"contracts","measure":"sum","of":"worth","operator":"equals","value":9}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      t3."city" as k1,
      count(*) filter (
        where
          (t3."kind" = $1::text)
      ) as m0,
      sum(t3."worth") filter (
        where
          case
            when t3."worth" > '-1e1000'::numeric
            and t3."worth" < '1e1000'::numeric then t3."worth"
          end is not null
      ) as m1
    from
      "a ""contract""" t3
    where
      t3."tenant_id" = $2::text
      and (
        ((t3."kind" = $3::text))
        or (
          case
            when t3."worth" > '-1e1000'::numeric
            and t3."worth" < '1e1000'::numeric then t3."worth"
          end is not null
        )
      )
    group by
      t3."guest_id",
      t3."city"
  ) a2 on a2.k0 = t1."id"
  and a2.k1 = t1."city"
where
  t1."tenant_id" = $4::text
  and (
    (a2.m0 = $5::bigint)
    and (a2.m1 = $6::bigint)
  );
-- $1, $3 = "rent"
-- $2, $4 = "shop"
-- $5 = "2"
-- $6 = "9"

-- Of given guests: {"match":"all","rules":[{"related":"contracts","measure":"count","where":{"match":"all","rules":[{"field":"kind","operator":"equals","value":"rent"}]},"operator":"equals","value":2},{"related":"contracts","measure":"sum","of":"worth","operator":"equals","value":9}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) filter (
        where
          t3."guest_id" is not null
          and (t3."kind" = $1::text)
      ) as m0,
      sum(t3."worth") filter (
        where
          t3."guest_id" is not null
          and case
            when t3."worth" > '-1e1000'::numeric
            and t3."worth" < '1e1000'::numeric then t3."worth"
          end is not null
      ) as m1
    from
      "a ""contract""" t3
    where
      t3."guest_id" = t1."id"
      and t3."city" = t1."city"
      and t3."tenant_id" = $2::text
      and (
        ((t3."kind" = $3::text))
        or (
          case
            when t3."worth" > '-1e1000'::numeric
            and t3."worth" < '1e1000'::numeric then t3."worth"
          end is not null
        )
      )
  ) a2 on true
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (
    (a2.m0 = $6::bigint)
    and (a2.m1 = $7::bigint)
  );
-- $1, $3 = "rent"
-- $2, $4 = "shop"
-- $5 = ["Anna","Ben"]
-- $6 = "2"
-- $7 = "9"

-- Over everyone: {"related":"contracts","measure":"most_frequent","of":"kind","operator":"equals","value":"rent"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      k0,
      k1,
      array_agg(v) as m0
    from
      (
        select
          k0,
          k1,
          v,
          rank() over (
            partition by
              k0,
              k1
            order by
              count(*) desc
          ) as place
        from
          (
            select
              t3."guest_id" as k0,
              t3."city" as k1,
              case
                when btrim(
                  t3."kind",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."kind"
              end as v
            from
              "a ""contract""" t3
            where
              t3."tenant_id" = $1::text
              and case
                when btrim(
                  t3."kind",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."kind"
              end is not null
          ) valued
        group by
          k0,
          k1,
          v
      ) counted
    where
      place = 1
    group by
      k0,
      k1
  ) a2 on a2.k0 = t1."id"
  and a2.k1 = t1."city"
where
  t1."tenant_id" = $2::text
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 = $3::text
    )
  );
-- $1, $2 = "shop"
-- $3 = "rent"

-- Of given guests: {"related":"contracts","measure":"most_frequent","of":"kind","operator":"equals","value":"rent"}
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
                  t3."kind",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."kind"
              end as v
            from
              "a ""contract""" t3
            where
              t3."guest_id" = t1."id"
              and t3."city" = t1."city"
              and t3."tenant_id" = $1::text
              and case
                when btrim(
                  t3."kind",
                  E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
                ) <> '' then t3."kind"
              end is not null
          ) valued
        group by
          v
      ) counted
    where
      place = 1
  ) a2 on true
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    exists (
      select
      from
        unnest(a2.m0) v4
      where
        v4 = $4::text
    )
  );
-- $1, $2 = "shop"
-- $3 = ["Anna","Ben"]
-- $4 = "rent"

-- Over everyone: {"related":"referred","measure":"sum","of":"worth","operator":"greater_than","value":9}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      sum(t3."worth") as m0
    from
      "a ""contract""" t3
    where
      t3."tenant_id" = $1::text
      and case
        when t3."worth" > '-1e1000'::numeric
        and t3."worth" < '1e1000'::numeric then t3."worth"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."company_id"
where
  t1."tenant_id" = $2::text
  and (a2.m0 > $3::bigint);
-- $1, $2 = "shop"
-- $3 = "9"

-- Of given guests: {"related":"referred","measure":"sum","of":"worth","operator":"greater_than","value":9}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      sum(t3."worth") as m0
    from
      "a ""contract""" t3
    where
      t3."guest_id" = t1."company_id"
      and t3."tenant_id" = $1::text
      and case
        when t3."worth" > '-1e1000'::numeric
        and t3."worth" < '1e1000'::numeric then t3."worth"
      end is not null
  ) a2 on true
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (a2.m0 > $4::bigint);
-- $1, $2 = "shop"
-- $3 = ["Anna","Ben"]
-- $4 = "9"
