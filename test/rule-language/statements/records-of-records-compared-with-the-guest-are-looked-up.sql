-- records of records compared with the guest are looked up where their own column does not say who that is

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"lines","measure":"count","where":{"match":"all","rules":[{"field":"price","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
      left join "conformance"."guest" p6 on p6."id" = t3."guest_id"
      and p6."tenant_id" = $1::text
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."line" t5
        where
          t5."order_id" = t3."id"
          and t5."tenant_id" = $2::text
          and (
            case
              when t5."price" > '-1e1000'::numeric
              and t5."price" < '1e1000'::numeric then t5."price"
            end > case
              when p6."credit" > '-1e1000'::numeric
              and p6."credit" < '1e1000'::numeric then p6."credit"
            end
          )
      ) a4 on true
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $5::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $6::bigint;
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5, $6 = "1"

-- Over everyone: {"related":"company.opportunities","measure":"count","where":{"match":"all","rules":[{"field":"amount","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."opportunity" t4
    where
      t4."company_id" = p2."id"
      and t4."tenant_id" = $2::text
      and t4."opened" <= $3::date
      and t4."opened" > '-infinity'
      and (
        case
          when t4."amount" > '-1e1000'::numeric
          and t4."amount" < '1e1000'::numeric then t4."amount"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
  ) a3 on true
where
  t1."tenant_id" = $4::text
  and (a3.m0 > $5::bigint);
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12"
-- $5 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"related":"subject.activities","measure":"count","operator":"greater_than","value":4}]},"operator":"greater_than","value":1}
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
        where
          t5."tenant_id" = $1::text
          and t5."happened_at" <= $2::timestamptz
          and t5."happened_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."guest_id"
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (a4.m0 > $5::bigint)
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $6::bigint;
-- $1, $3 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "4"
-- $6 = "1"

-- Over everyone: {"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"order_count","from":"subject","times":"10"}}]},"operator":"greater_than","value":1}
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
        where
          t5."tenant_id" = $1::text
          and t5."placed_at" <= $2::timestamptz
          and t5."placed_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."guest_id"
    where
      t3."tenant_id" = $3::text
      and t3."placed_at" <= $4::timestamptz
      and t3."placed_at" > '-infinity'
      and (
        case
          when t3."total" > '-1e1000'::numeric
          and t3."total" < '1e1000'::numeric then t3."total"
        end > coalesce(a4.m0, 0)::numeric * $5::numeric::numeric
      )
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 > $6::bigint;
-- $1, $3 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "10"
-- $6 = "1"

-- Over everyone: {"related":"company.opportunities","measure":"count","where":{"match":"all","rules":[{"field":"amount","operator":"greater_than","value":{"field":"credit","from":"parent"}}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."opportunity" t4
    where
      t4."company_id" = p2."id"
      and t4."tenant_id" = $2::text
      and t4."opened" <= $3::date
      and t4."opened" > '-infinity'
      and (
        case
          when t4."amount" > '-1e1000'::numeric
          and t4."amount" < '1e1000'::numeric then t4."amount"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
  ) a3 on true
where
  t1."tenant_id" = $4::text
  and (a3.m0 > $5::bigint);
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12"
-- $5 = "1"

-- Over everyone: {"related":"colleagues","measure":"count","where":{"match":"all","rules":[{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"total","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}]},"operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."order" t6
        where
          t6."guest_id" = t4."id"
          and t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
          and (
            case
              when t6."total" > '-1e1000'::numeric
              and t6."total" < '1e1000'::numeric then t6."total"
            end > case
              when t1."credit" > '-1e1000'::numeric
              and t1."credit" < '1e1000'::numeric then t1."credit"
            end
          )
      ) a5 on true
    where
      t3."id" = t1."company_id"
      and t3."tenant_id" = $3::text
      and t4."tenant_id" = $4::text
      and (a5.m0 > $5::bigint)
  ) a2 on true
where
  t1."tenant_id" = $6::text
  and (a2.m0 > $7::bigint);
-- $1, $3, $4, $6 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $5, $7 = "1"
