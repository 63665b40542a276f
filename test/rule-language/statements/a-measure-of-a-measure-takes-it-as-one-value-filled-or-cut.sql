-- a measure of a measure takes it as one value, filled or cut

-- Over everyone: {"related":"orders","measure":"maximum","of":"line_sum","operator":"equals","value":10}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      max(coalesce(a4.m0, 0)) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."order_id" as k0,
          sum(t5."price") as m0
        from
          "conformance"."line" t5
        where
          t5."tenant_id" = $1::text
          and case
            when t5."price" > '-1e1000'::numeric
            and t5."price" < '1e1000'::numeric then t5."price"
          end is not null
        group by
          t5."order_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 = $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "10"

-- Over everyone: {"related":"orders","measure":"sum","of":"left_to_pay","operator":"equals","value":10}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(
        (
          (
            case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        )
      ) as m0
    from
      "conformance"."order" t3
      left join (
        select
          t5."order_id" as k0,
          sum(t5."price") as m0
        from
          "conformance"."line" t5
        where
          t5."tenant_id" = $1::text
          and case
            when t5."price" > '-1e1000'::numeric
            and t5."price" < '1e1000'::numeric then t5."price"
          end is not null
        group by
          t5."order_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when (
          (
            case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        ) > '-1e1000'::numeric
        and (
          (
            case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        ) < '1e1000'::numeric then (
          (
            case
              when t3."total" > '-1e1000'::numeric
              and t3."total" < '1e1000'::numeric then t3."total"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        )
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 = $4::bigint;
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "10"

-- Over everyone: {"related":"colleagues","measure":"maximum","of":"average_order","operator":"equals","value":10}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."id" as k0,
      max((div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001)) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
      left join (
        select
          t6."guest_id" as k0,
          sum(t6."total") as m0,
          count(*) as m1
        from
          "conformance"."order" t6
        where
          t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
          and case
            when t6."total" > '-1e1000'::numeric
            and t6."total" < '1e1000'::numeric then t6."total"
          end is not null
        group by
          t6."guest_id"
      ) a5 on a5.k0 = t4."id"
    where
      t3."tenant_id" = $3::text
      and t4."tenant_id" = $4::text
      and (div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001) is not null
    group by
      t3."id"
  ) a2 on a2.k0 = t1."company_id"
where
  t1."tenant_id" = $5::text
  and (a2.m0 = $6::bigint);
-- $1, $3, $4, $5 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $6 = "10"

-- Over everyone: {"related":"colleagues","measure":"sum","of":"order_count","operator":"equals","value":10}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."id" as k0,
      sum(coalesce(a5.m0, 0)) as m0
    from
      "conformance"."company" t3
      join "conformance"."guest" t4 on t4."company_id" = t3."id"
      left join (
        select
          t6."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t6
        where
          t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
        group by
          t6."guest_id"
      ) a5 on a5.k0 = t4."id"
    where
      t3."tenant_id" = $3::text
      and t4."tenant_id" = $4::text
    group by
      t3."id"
  ) a2 on a2.k0 = t1."company_id"
where
  t1."tenant_id" = $5::text
  and (a2.m0 = $6::bigint);
-- $1, $3, $4, $5 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $6 = "10"

-- Over everyone: {"related":"orders","measure":"sum","of":"tip","operator":"equals","value":10}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."tip"::text::numeric) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."tip"::text::numeric > '-1e1000'::numeric
        and t3."tip"::text::numeric < '1e1000'::numeric then t3."tip"::text::numeric
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 = $3::bigint;
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "10"
