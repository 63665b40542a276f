-- a ranked measure stands for the guests, and is computed once for cut-off and comparison

-- Over everyone: {"related":"orders","measure":"sum","of":"total","operator":"in_top_percent","value":10}
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
          greatest(ceil($3::numeric * count(*) * 0.01) - 1, 0)::bigint
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
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "10"

-- Of given guests: {"related":"orders","measure":"sum","of":"total","operator":"in_top_percent","value":10}
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
          greatest(ceil($3::numeric * count(*) * 0.01) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($4::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      sum(t8."total") as m0
    from
      "conformance"."order" t8
    where
      t8."guest_id" = t1."id"
      and t8."tenant_id" = $5::text
      and t8."placed_at" <= $6::timestamptz
      and t8."placed_at" > '-infinity'
      and case
        when t8."total" > '-1e1000'::numeric
        and t8."total" < '1e1000'::numeric then t8."total"
      end is not null
  ) a7 on true
where
  a7.m0 >= (
    select
      v
    from
      rank_cut_off3
  )
  and a7.m0 is not null;
-- $1, $5 = "shop"
-- $2, $6 = "2024-06-12 10:00:00.000000+00"
-- $3 = "10"
-- $4 = ["Anna","Ben"]

-- Over everyone: {"related":"orders","measure":"count","operator":"in_bottom","value":5}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      a5.m0 as v
    from
      (
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
      v asc
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
  and a7.v <= (
    select
      v
    from
      rank_cut_off3
  );
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "5"

-- Of given guests: {"related":"orders","measure":"count","operator":"in_bottom","value":5}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      a5.m0 as v
    from
      (
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
      v asc
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
  (
    select distinct
      id
    from
      unnest($4::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t8
    where
      t8."guest_id" = t1."id"
      and t8."tenant_id" = $5::text
      and t8."placed_at" <= $6::timestamptz
      and t8."placed_at" > '-infinity'
  ) a7 on true
where
  nullif(a7.m0, 0) <= (
    select
      v
    from
      rank_cut_off3
  )
  and nullif(a7.m0, 0) is not null;
-- $1, $5 = "shop"
-- $2, $6 = "2024-06-12 10:00:00.000000+00"
-- $3 = "5"
-- $4 = ["Anna","Ben"]

-- Over everyone: {"related":"orders","measure":"average","of":"total","operator":"in_bottom_percent","value":"12.5"}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      (div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001) as v
    from
      (
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
      ) a5
    where
      a5.k0 is not null
      and (div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001) is not null
  ),
  rank_cut_off3 as materialized (
    select
      v
    from
      rank_values2
    order by
      v asc
    offset
      (
        select
          greatest(ceil($3::numeric * count(*) * 0.01) - 1, 0)::bigint
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
  and a7.v <= (
    select
      v
    from
      rank_cut_off3
  );
-- $1 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $3 = "12.5"

-- Of given guests: {"related":"orders","measure":"average","of":"total","operator":"in_bottom_percent","value":"12.5"}
with
  rank_values2 as materialized (
    select
      a5.k0 as id,
      (div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001) as v
    from
      (
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
      ) a5
    where
      a5.k0 is not null
      and (div(a5.m0::numeric * 1000000000000, a5.m1) * 0.000000000001) is not null
  ),
  rank_cut_off3 as materialized (
    select
      v
    from
      rank_values2
    order by
      v asc
    offset
      (
        select
          greatest(ceil($3::numeric * count(*) * 0.01) - 1, 0)::bigint
        from
          rank_values2
      )
    limit
      1
  )
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($4::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      sum(t8."total") as m0,
      count(*) as m1
    from
      "conformance"."order" t8
    where
      t8."guest_id" = t1."id"
      and t8."tenant_id" = $5::text
      and t8."placed_at" <= $6::timestamptz
      and t8."placed_at" > '-infinity'
      and case
        when t8."total" > '-1e1000'::numeric
        and t8."total" < '1e1000'::numeric then t8."total"
      end is not null
  ) a7 on true
where
  (div(a7.m0::numeric * 1000000000000, a7.m1) * 0.000000000001) <= (
    select
      v
    from
      rank_cut_off3
  )
  and (div(a7.m0::numeric * 1000000000000, a7.m1) * 0.000000000001) is not null;
-- $1, $5 = "shop"
-- $2, $6 = "2024-06-12 10:00:00.000000+00"
-- $3 = "12.5"
-- $4 = ["Anna","Ben"]
