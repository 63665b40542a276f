-- a ranked measure is joined to the guests where more is asked, or its records may have none

-- Over everyone: {"match":"all","rules":[{"related":"orders","measure":"sum","of":"total","operator":"in_top","value":10},{"field":"city","operator":"equals","value":"Berlin"}]}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      a5.m0 as v
    from
      (
        select
          t6."guest_id" as k0,
          sum(t6."total") as m0
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
      ) a5
    where
      a5.k0 is not null
      and a5.m0 is not null
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
          greatest(least($3::numeric, count(*)) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join rank_values2 a7 on a7.id = t1."id"
where
  t1."tenant_id" = $4::text
  and (
    (
      a7.v >= (
        select
          v
        from
          rank_cut_off3
      )
    )
    and (lower(t1."city" collate "und-x-icu") = lower($5::text collate "und-x-icu"))
  );
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "10"
-- $5 = "Berlin"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"sum","of":"total","operator":"in_top","value":10},{"field":"city","operator":"equals","value":"Berlin"}]}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      a5.m0 as v
    from
      (
        select
          t6."guest_id" as k0,
          sum(t6."total") as m0
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
      ) a5
    where
      a5.k0 is not null
      and a5.m0 is not null
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
          greatest(least($3::numeric, count(*)) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      sum(t8."total") as m0
    from
      "conformance"."order" t8
    where
      t8."guest_id" = t1."id"
      and t8."tenant_id" = $4::text
      and t8."placed_at" <= $5::timestamptz
      and t8."placed_at" > '-infinity'
      and case
        when t8."total" > '-1e1000'::numeric
        and t8."total" < '1e1000'::numeric then t8."total"
      end is not null
  ) a7 on true
where
  t1."tenant_id" = $6::text
  and t1."id" = any ($7::text[])
  and (
    (
      a7.m0 >= (
        select
          v
        from
          rank_cut_off3
      )
      and a7.m0 is not null
    )
    and (lower(t1."city" collate "und-x-icu") = lower($8::text collate "und-x-icu"))
  );
-- $1, $4, $6 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $3 = "10"
-- $7 = ["Anna","Ben"]
-- $8 = "Berlin"

-- Over everyone: {"related":"paid_orders","measure":"sum","of":"total","operator":"in_top","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      a5.m0 as v
    from
      "conformance"."guest" t4
      left join (
        select
          t6."guest_id" as k0,
          sum(t6."total") as m0
        from
          "conformance"."order" t6
        where
          t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
          and (t6."status" = $3::text)
          and case
            when t6."total" > '-1e1000'::numeric
            and t6."total" < '1e1000'::numeric then t6."total"
          end is not null
        group by
          t6."guest_id"
      ) a5 on a5.k0 = t4."id"
    where
      t4."tenant_id" = $4::text
      and a5.m0 is not null
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
  a7.id as id
from
  (
    select
      id,
      v
    from
      rank_values2
  ) a7
where
  a7.id is not null
  and a7.v >= (
    select
      v
    from
      rank_cut_off3
  );
-- $1, $4 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "paid"
-- $5 = "10"

-- Of given guests: {"related":"paid_orders","measure":"sum","of":"total","operator":"in_top","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      a5.m0 as v
    from
      "conformance"."guest" t4
      left join (
        select
          t6."guest_id" as k0,
          sum(t6."total") as m0
        from
          "conformance"."order" t6
        where
          t6."tenant_id" = $1::text
          and t6."placed_at" <= $2::timestamptz
          and t6."placed_at" > '-infinity'
          and (t6."status" = $3::text)
          and case
            when t6."total" > '-1e1000'::numeric
            and t6."total" < '1e1000'::numeric then t6."total"
          end is not null
        group by
          t6."guest_id"
      ) a5 on a5.k0 = t4."id"
    where
      t4."tenant_id" = $4::text
      and a5.m0 is not null
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
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      sum(t8."total") as m0
    from
      "conformance"."order" t8
    where
      t8."guest_id" = t1."id"
      and t8."tenant_id" = $6::text
      and t8."placed_at" <= $7::timestamptz
      and t8."placed_at" > '-infinity'
      and (t8."status" = $8::text)
      and case
        when t8."total" > '-1e1000'::numeric
        and t8."total" < '1e1000'::numeric then t8."total"
      end is not null
  ) a7 on true
where
  t1."tenant_id" = $9::text
  and t1."id" = any ($10::text[])
  and (
    a7.m0 >= (
      select
        v
      from
        rank_cut_off3
    )
    and a7.m0 is not null
  );
-- $1, $4, $6, $9 = "shop"
-- $2, $7 = "2024-06-12 10:00:00.000000+00"
-- $3, $8 = "paid"
-- $5 = "10"
-- $10 = ["Anna","Ben"]

-- Over everyone: {"related":"friend.orders","measure":"sum","of":"total","operator":"in_top","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      a6.m0 as v
    from
      "conformance"."guest" t4
      left join "conformance"."guest" p5 on p5."id" = t4."friend_id"
      and p5."tenant_id" = $1::text
      left join (
        select
          t7."guest_id" as k0,
          sum(t7."total") as m0
        from
          "conformance"."order" t7
        where
          t7."tenant_id" = $2::text
          and t7."placed_at" <= $3::timestamptz
          and t7."placed_at" > '-infinity'
          and case
            when t7."total" > '-1e1000'::numeric
            and t7."total" < '1e1000'::numeric then t7."total"
          end is not null
        group by
          t7."guest_id"
      ) a6 on a6.k0 = p5."id"
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
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $5 = "10"

-- Of given guests: {"related":"friend.orders","measure":"sum","of":"total","operator":"in_top","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      a6.m0 as v
    from
      "conformance"."guest" t4
      left join "conformance"."guest" p5 on p5."id" = t4."friend_id"
      and p5."tenant_id" = $1::text
      left join (
        select
          t7."guest_id" as k0,
          sum(t7."total") as m0
        from
          "conformance"."order" t7
        where
          t7."tenant_id" = $2::text
          and t7."placed_at" <= $3::timestamptz
          and t7."placed_at" > '-infinity'
          and case
            when t7."total" > '-1e1000'::numeric
            and t7."total" < '1e1000'::numeric then t7."total"
          end is not null
        group by
          t7."guest_id"
      ) a6 on a6.k0 = p5."id"
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
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p8 on p8."id" = t1."friend_id"
  and p8."tenant_id" = $6::text
  left join lateral (
    select
      sum(t10."total") as m0
    from
      "conformance"."order" t10
    where
      t10."guest_id" = p8."id"
      and t10."tenant_id" = $7::text
      and t10."placed_at" <= $8::timestamptz
      and t10."placed_at" > '-infinity'
      and case
        when t10."total" > '-1e1000'::numeric
        and t10."total" < '1e1000'::numeric then t10."total"
      end is not null
  ) a9 on true
where
  t1."tenant_id" = $9::text
  and t1."id" = any ($10::text[])
  and (
    a9.m0 >= (
      select
        v
      from
        rank_cut_off3
    )
    and a9.m0 is not null
  );
-- $1, $2, $4, $6, $7, $9 = "shop"
-- $3, $8 = "2024-06-12 10:00:00.000000+00"
-- $5 = "10"
-- $10 = ["Anna","Ben"]
