-- one collection is grouped and looked up in one statement where one of its measures needs that

-- Over everyone: {"match":"all","rules":[{"related":"company.opportunities","measure":"count","operator":"greater_than","value":2},{"related":"company.opportunities","measure":"count","where":{"match":"all","rules":[{"field":"amount","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"greater_than","value":1}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join (
    select
      t4."company_id" as k0,
      count(*) as m0
    from
      "conformance"."opportunity" t4
    where
      t4."tenant_id" = $2::text
      and t4."opened" <= $3::date
      and t4."opened" > '-infinity'
    group by
      t4."company_id"
  ) a3 on a3.k0 = p2."id"
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."opportunity" t6
    where
      t6."company_id" = p2."id"
      and t6."tenant_id" = $4::text
      and t6."opened" <= $5::date
      and t6."opened" > '-infinity'
      and (
        case
          when t6."amount" > '-1e1000'::numeric
          and t6."amount" < '1e1000'::numeric then t6."amount"
        end > case
          when t1."credit" > '-1e1000'::numeric
          and t1."credit" < '1e1000'::numeric then t1."credit"
        end
      )
  ) a5 on true
where
  t1."tenant_id" = $6::text
  and (
    (a3.m0 > $7::bigint)
    and (a5.m0 > $8::bigint)
  );
-- $1, $2, $4, $6 = "shop"
-- $3, $5 = "2024-06-12"
-- $7 = "2"
-- $8 = "1"
