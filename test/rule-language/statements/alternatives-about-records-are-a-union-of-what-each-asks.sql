-- alternatives about records are a union of what each asks

-- Over everyone: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  u8.id as id
from
  (
    select distinct
      t4."guest_id" as id
    from
      "conformance"."order" t4
    where
      t4."guest_id" is not null
      and t4."tenant_id" = $1::text
      and t4."placed_at" <= $2::timestamptz
      and t4."placed_at" > '-infinity'
    union
    select
      a6.k0 as id
    from
      (
        select
          t7."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t7
        where
          t7."tenant_id" = $3::text
          and t7."placed_at" <= $4::timestamptz
          and t7."placed_at" > '-infinity'
        group by
          t7."guest_id"
      ) a6
    where
      a6.k0 is not null
      and a6.m0 > $5::bigint
  ) u8
where
  u8.id is not null
  and u8.id is not null;
-- $1, $3 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "7"

-- Over everyone: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"activities","measure":"count","operator":"greater_than","value":3}]}
select
  u8.id as id
from
  (
    select
      a3.k0 as id
    from
      (
        select
          t4."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t4
        where
          t4."tenant_id" = $1::text
          and t4."placed_at" <= $2::timestamptz
          and t4."placed_at" > '-infinity'
        group by
          t4."guest_id"
      ) a3
    where
      a3.k0 is not null
      and a3.m0 > $3::bigint
    union
    select
      t5."id" as id
    from
      "conformance"."guest" t5
      left join (
        select
          t7."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."activity" t7
        where
          t7."tenant_id" = $4::text
          and t7."happened_at" <= $5::timestamptz
          and t7."happened_at" > '-infinity'
        group by
          t7."guest_id"
      ) a6 on a6.k0 = t5."id"
    where
      t5."tenant_id" = $6::text
      and (a6.m0 > $7::bigint)
  ) u8
where
  u8.id is not null
  and u8.id is not null;
-- $1, $4, $6 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $3 = "7"
-- $7 = "3"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  u6.id as id
from
  (
    select
      t2."id" as id
    from
      "conformance"."guest" t2
    where
      t2."tenant_id" = $1::text
      and (lower(t2."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    union
    select
      a4.k0 as id
    from
      (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t5
        where
          t5."tenant_id" = $3::text
          and t5."placed_at" <= $4::timestamptz
          and t5."placed_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4
    where
      a4.k0 is not null
      and a4.m0 > $5::bigint
  ) u6
where
  u6.id is not null
  and u6.id is not null;
-- $1, $3 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "7"

-- Over everyone: {"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"field":"total_spend","operator":"greater_than","value":100}]}
select
  u8.id as id
from
  (
    select
      a3.k0 as id
    from
      (
        select
          t4."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t4
        where
          t4."tenant_id" = $1::text
          and t4."placed_at" <= $2::timestamptz
          and t4."placed_at" > '-infinity'
        group by
          t4."guest_id"
      ) a3
    where
      a3.k0 is not null
      and a3.m0 > $3::bigint
    union
    select
      a6.k0 as id
    from
      (
        select
          t7."guest_id" as k0,
          sum(t7."total") as m0
        from
          "conformance"."order" t7
        where
          t7."tenant_id" = $4::text
          and t7."placed_at" <= $5::timestamptz
          and t7."placed_at" > '-infinity'
          and (t7."status" = $6::text)
          and case
            when t7."total" > '-1e1000'::numeric
            and t7."total" < '1e1000'::numeric then t7."total"
          end is not null
        group by
          t7."guest_id"
      ) a6
    where
      a6.k0 is not null
      and a6.m0 > $7::bigint
  ) u8
where
  u8.id is not null
  and u8.id is not null;
-- $1, $4 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $3 = "7"
-- $6 = "paid"
-- $7 = "100"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"left_to_spend","operator":"greater_than","value":100}]}
select
  u6.id as id
from
  (
    select
      t2."id" as id
    from
      "conformance"."guest" t2
    where
      t2."tenant_id" = $1::text
      and (lower(t2."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    union
    select
      t3."id" as id
    from
      "conformance"."guest" t3
      left join (
        select
          t5."guest_id" as k0,
          sum(t5."total") as m0
        from
          "conformance"."order" t5
        where
          t5."tenant_id" = $3::text
          and t5."placed_at" <= $4::timestamptz
          and t5."placed_at" > '-infinity'
          and (t5."status" = $5::text)
          and case
            when t5."total" > '-1e1000'::numeric
            and t5."total" < '1e1000'::numeric then t5."total"
          end is not null
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $6::text
      and (
        (
          (
            case
              when t3."credit" > '-1e1000'::numeric
              and t3."credit" < '1e1000'::numeric then t3."credit"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        ) > $7::bigint
        and (
          (
            case
              when t3."credit" > '-1e1000'::numeric
              and t3."credit" < '1e1000'::numeric then t3."credit"
            end::numeric - coalesce(a4.m0, 0)::numeric
          )
        ) < '1e1000'::numeric
      )
  ) u6
where
  u6.id is not null
  and u6.id is not null;
-- $1, $3, $6 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $5 = "paid"
-- $7 = "100"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"points","operator":"greater_than","value":{"field":"order_count"}}]}
select
  u6.id as id
from
  (
    select
      t2."id" as id
    from
      "conformance"."guest" t2
    where
      t2."tenant_id" = $1::text
      and (lower(t2."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    union
    select
      t3."id" as id
    from
      "conformance"."guest" t3
      left join (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t5
        where
          t5."tenant_id" = $3::text
          and t5."placed_at" <= $4::timestamptz
          and t5."placed_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $5::text
      and (
        case
          when t3."points" > '-1e1000'::numeric
          and t3."points" < '1e1000'::numeric then t3."points"
        end > coalesce(a4.m0, 0)
      )
  ) u6
where
  u6.id is not null
  and u6.id is not null;
-- $1, $3, $5 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"points","operator":"between","value":[{"field":"order_count"},100]}]}
select
  u6.id as id
from
  (
    select
      t2."id" as id
    from
      "conformance"."guest" t2
    where
      t2."tenant_id" = $1::text
      and (lower(t2."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    union
    select
      t3."id" as id
    from
      "conformance"."guest" t3
      left join (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t5
        where
          t5."tenant_id" = $3::text
          and t5."placed_at" <= $4::timestamptz
          and t5."placed_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $5::text
      and (
        case
          when t3."points" > '-1e1000'::numeric
          and t3."points" < '1e1000'::numeric then t3."points"
        end >= coalesce(a4.m0, 0)
        and t3."points" <= $6::bigint
        and t3."points" > '-1e1000'::numeric
      )
  ) u6
where
  u6.id is not null
  and u6.id is not null;
-- $1, $3, $5 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $6 = "100"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"match":"none","rules":[{"field":"vip","operator":"equals","value":true},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}]}
select
  u6.id as id
from
  (
    select
      t2."id" as id
    from
      "conformance"."guest" t2
    where
      t2."tenant_id" = $1::text
      and (lower(t2."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    union
    select
      t3."id" as id
    from
      "conformance"."guest" t3
      left join (
        select
          t5."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."order" t5
        where
          t5."tenant_id" = $3::text
          and t5."placed_at" <= $4::timestamptz
          and t5."placed_at" > '-infinity'
        group by
          t5."guest_id"
      ) a4 on a4.k0 = t3."id"
    where
      t3."tenant_id" = $5::text
      and (
        (
          (t3."vip" = $6::boolean)
          or (a4.m0 > $7::bigint)
        ) is not true
      )
  ) u6
where
  u6.id is not null
  and u6.id is not null;
-- $1, $3, $5 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"
-- $6 = true
-- $7 = "7"
