-- the cut-off is found first, by offset among everyone with a value

-- Over everyone: {"field":"points","operator":"in_top_percent","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      case
        when t4."points" > '-1e1000'::numeric
        and t4."points" < '1e1000'::numeric then t4."points"
      end as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and case
        when t4."points" > '-1e1000'::numeric
        and t4."points" < '1e1000'::numeric then t4."points"
      end is not null
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
          greatest(ceil($2::numeric * count(*) * 0.01) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and (
    case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end >= (
      select
        v
      from
        rank_cut_off3
    )
    and case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end is not null
  );
-- $1, $3 = "shop"
-- $2 = "10"

-- Of given guests: {"field":"points","operator":"in_top_percent","value":10}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      case
        when t4."points" > '-1e1000'::numeric
        and t4."points" < '1e1000'::numeric then t4."points"
      end as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and case
        when t4."points" > '-1e1000'::numeric
        and t4."points" < '1e1000'::numeric then t4."points"
      end is not null
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
          greatest(ceil($2::numeric * count(*) * 0.01) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end >= (
      select
        v
      from
        rank_cut_off3
    )
    and case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end is not null
  );
-- $1, $3 = "shop"
-- $2 = "10"
-- $4 = ["Anna","Ben"]

-- Over everyone: {"field":"visits","operator":"in_bottom","value":5}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      t4."visits" as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and t4."visits" is not null
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
          greatest(least($2::numeric, count(*)) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and (
    t1."visits" <= (
      select
        v
      from
        rank_cut_off3
    )
    and t1."visits" is not null
  );
-- $1, $3 = "shop"
-- $2 = "5"

-- Of given guests: {"field":"visits","operator":"in_bottom","value":5}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      t4."visits" as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and t4."visits" is not null
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
          greatest(least($2::numeric, count(*)) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    t1."visits" <= (
      select
        v
      from
        rank_cut_off3
    )
    and t1."visits" is not null
  );
-- $1, $3 = "shop"
-- $2 = "5"
-- $4 = ["Anna","Ben"]

-- Over everyone: {"field":"seen","operator":"in_top","value":5}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      case
        when isfinite(t4."seen") then t4."seen"
      end as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and case
        when isfinite(t4."seen") then t4."seen"
      end is not null
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
          greatest(least($2::numeric, count(*)) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and (
    case
      when isfinite(t1."seen") then t1."seen"
    end >= (
      select
        v
      from
        rank_cut_off3
    )
    and case
      when isfinite(t1."seen") then t1."seen"
    end is not null
  );
-- $1, $3 = "shop"
-- $2 = "5"

-- Of given guests: {"field":"seen","operator":"in_top","value":5}
with
  rank_values2 as materialized (
    select
      t4."id" as id,
      case
        when isfinite(t4."seen") then t4."seen"
      end as v
    from
      "conformance"."guest" t4
    where
      t4."tenant_id" = $1::text
      and case
        when isfinite(t4."seen") then t4."seen"
      end is not null
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
          greatest(least($2::numeric, count(*)) - 1, 0)::bigint
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
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    case
      when isfinite(t1."seen") then t1."seen"
    end >= (
      select
        v
      from
        rank_cut_off3
    )
    and case
      when isfinite(t1."seen") then t1."seen"
    end is not null
  );
-- $1, $3 = "shop"
-- $2 = "5"
-- $4 = ["Anna","Ben"]
