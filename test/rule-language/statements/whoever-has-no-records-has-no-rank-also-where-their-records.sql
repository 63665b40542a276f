-- whoever has no records has no rank, also where their records are looked up for each

-- Over everyone: {"related":"company.opportunities","measure":"count","where":{"match":"all","rules":[{"field":"amount","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"in_top","value":3}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      nullif(a6.m0, 0) as v
    from
      "conformance"."guest" t4
      left join "conformance"."company" p5 on p5."id" = t4."company_id"
      and p5."tenant_id" = $1::text
      left join lateral (
        select
          count(*) as m0
        from
          "conformance"."opportunity" t7
        where
          t7."company_id" = p5."id"
          and t7."tenant_id" = $2::text
          and t7."opened" <= $3::date
          and t7."opened" > '-infinity'
          and (
            case
              when t7."amount" > '-1e1000'::numeric
              and t7."amount" < '1e1000'::numeric then t7."amount"
            end > case
              when t4."credit" > '-1e1000'::numeric
              and t4."credit" < '1e1000'::numeric then t4."credit"
            end
          )
      ) a6 on true
    where
      t4."tenant_id" = $4::text
      and nullif(a6.m0, 0) is not null
  ),
  rank_cut_off3 as materialized (
    select
      v
    from
      rank_values2
    order by
      v desc
    offset
      (
        select
          greatest(least($5::numeric, count(*)) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  a8.id as id
from
  (
    select
      id,
      v
    from
      rank_values2
  ) a8
where
  a8.id is not null
  and a8.v >= (
    select
      v
    from
      rank_cut_off3
  );
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12"
-- $5 = "3"

-- Over everyone: {"related":"company.opportunities","measure":"sum","of":"amount","where":{"match":"all","rules":[{"field":"amount","operator":"greater_than","value":{"field":"credit","from":"subject"}}]},"operator":"in_top","value":3}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      a6.m0 as v
    from
      "conformance"."guest" t4
      left join "conformance"."company" p5 on p5."id" = t4."company_id"
      and p5."tenant_id" = $1::text
      left join lateral (
        select
          sum(t7."amount") as m0
        from
          "conformance"."opportunity" t7
        where
          t7."company_id" = p5."id"
          and t7."tenant_id" = $2::text
          and t7."opened" <= $3::date
          and t7."opened" > '-infinity'
          and (
            case
              when t7."amount" > '-1e1000'::numeric
              and t7."amount" < '1e1000'::numeric then t7."amount"
            end > case
              when t4."credit" > '-1e1000'::numeric
              and t4."credit" < '1e1000'::numeric then t4."credit"
            end
          )
          and case
            when t7."amount" > '-1e1000'::numeric
            and t7."amount" < '1e1000'::numeric then t7."amount"
          end is not null
      ) a6 on true
    where
      t4."tenant_id" = $4::text
      and a6.m0 is not null
  ),
  rank_cut_off3 as materialized (
    select
      v
    from
      rank_values2
    order by
      v desc
    offset
      (
        select
          greatest(least($5::numeric, count(*)) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  a8.id as id
from
  (
    select
      id,
      v
    from
      rank_values2
  ) a8
where
  a8.id is not null
  and a8.v >= (
    select
      v
    from
      rank_cut_off3
  );
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12"
-- $5 = "3"
