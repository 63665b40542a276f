-- records that are compared with the guest are grouped, and the guest is joined by their own column

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 > $5::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"parent"}}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"parent"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 > $5::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"between","value":[{"field":"credit","from":"subject"},100]}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end >= case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
        and t3."total" <= $4::bigint
        and t3."total" > '-1e1000'::numeric
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $5::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "100"
-- $5 = "1"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"between","value":[{"field":"credit","from":"subject"},100]}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end >= case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
        and t3."total" <= $3::bigint
        and t3."total" > '-1e1000'::numeric
      )
  ) a2 on true
where
  t1."tenant_id" = $4::text
  and t1."id" = any ($5::text[])
  and (a2.m0 > $6::bigint);
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "100"
-- $5 = ["Anna","Ben"]
-- $6 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}},{"field":"status","operator":"equals","value":{"field":"city","from":"subject"}}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
      )
      and (
        case
          when btrim(
            t3."status",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then t3."status"
        end = case
          when btrim(
            p4."city",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then p4."city"
        end
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"

-- Of given guests: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}},{"field":"status","operator":"equals","value":{"field":"city","from":"subject"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
      and (
        case
          when btrim(
            t3."status",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then t3."status"
        end = case
          when btrim(
            t1."city",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then t1."city"
        end
      )
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 > $5::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "1"
