-- records that know the guest by one of two columns, or by that of a record around them, are grouped

-- Over everyone: {"related":"contracts","measure":"count","where":{"match":"all","rules":[{"field":"worth","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      t3."city" as k1,
      count(*) as m0
    from
      "a ""contract""" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and (
        case
          when t3."worth" > '-1e1000'::numeric
          and t3."worth" < '1e1000'::numeric then t3."worth"
        end > case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
      )
    group by
      t3."guest_id",
      t3."city"
  ) a2 on a2.k0 = t1."id"
  and a2.k1 = t1."city"
where
  t1."tenant_id" = $3::text
  and (a2.m0 > $4::bigint);
-- $1, $2, $3 = "shop"
-- $4 = "1"

-- Over everyone: {"related":"local_contracts","measure":"count","where":{"match":"all","rules":[{"field":"worth","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."city" as k0,
      t3."guest_id" as k1,
      count(*) as m0
    from
      "a ""contract""" t3
      left join "conformance"."guest" p4 on p4."id" = t3."guest_id"
      and p4."tenant_id" = $1::text
    where
      t3."tenant_id" = $2::text
      and (
        case
          when t3."worth" > '-1e1000'::numeric
          and t3."worth" < '1e1000'::numeric then t3."worth"
        end > case
          when p4."credit" > '-1e1000'::numeric
          and p4."credit" < '1e1000'::numeric then p4."credit"
        end
      )
    group by
      t3."city",
      t3."guest_id"
  ) a2 on a2.k0 = t1."city"
  and a2.k1 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 > $4::bigint);
-- $1, $2, $3 = "shop"
-- $4 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"siblings","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t5
          left join "conformance"."guest" p6 on p6."id" = t5."guest_id"
          and p6."tenant_id" = $1::text
        where
          t5."tenant_id" = $2::text
          and t5."placed_at" <= $3::timestamptz
          and t5."placed_at" > '-infinity'
          and (
            case
              when t5."total" > '-1e1000'::numeric
              and t5."total" < '1e1000'::numeric then t5."total"
            end > case
              when p6."credit" > '-1e1000'::numeric
              and p6."credit" < '1e1000'::numeric then p6."credit"
            end
          )
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."guest_id"
    where
      t3."tenant_id" = $4::text
      and t3."placed_at" <= $5::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $6::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $7::bigint;
-- $1, $2, $4 = "shop"
-- $3, $5 = "2024-06-12 10:00:00.000000+00"
-- $6, $7 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"subject.activities","measure":"count","where":{"match":"all","rules":[{"field":"kind","operator":"equals","value":{"field":"city","from":"subject"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."activity" t5
          left join "conformance"."guest" p6 on p6."id" = t5."guest_id"
          and p6."tenant_id" = $1::text
        where
          t5."tenant_id" = $2::text
          and t5."happened_at" <= $3::timestamptz
          and t5."happened_at" > '-infinity'
          and (
            case
              when btrim(
                t5."kind",
                E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
              ) <> '' then t5."kind"
            end = case
              when btrim(
                p6."city",
                E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
              ) <> '' then p6."city"
            end
          )
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."guest_id"
    where
      t3."tenant_id" = $4::text
      and t3."placed_at" <= $5::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $6::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $7::bigint;
-- $1, $2, $4 = "shop"
-- $3, $5 = "2024-06-12 10:00:00.000000+00"
-- $6, $7 = "1"
