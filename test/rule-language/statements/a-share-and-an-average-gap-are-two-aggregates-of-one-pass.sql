-- a share and an average gap are two aggregates of one pass

-- Over everyone: {"related":"orders","measure":"share","satisfying":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"greater_than","value":"0.5"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      count(*) filter (
        where
          (t3."status" = $1::text)
      ) as m0,
      count(*) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and coalesce(a2.m0, 0) > $4::numeric * (
    case
      when a2.m1 > 0 then a2.m1
    end
  );
-- $1 = "paid"
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "0.5"

-- Over everyone: {"related":"orders","measure":"share","of":"total","where":{"match":"all","rules":[{"field":"status","operator":"equals","value":"open"}]},"satisfying":{"match":"all","rules":[{"field":"status","operator":"equals","value":"paid"}]},"operator":"less_than","value":"0.5"}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      sum(t3."total") filter (
        where
          (t3."status" = $1::text)
      ) as m0,
      sum(t3."total") as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
      and (t3."status" = $4::text)
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and coalesce(a2.m0, 0) < $5::numeric * (
    case
      when a2.m1 > 0 then a2.m1
    end
  );
-- $1 = "paid"
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "open"
-- $5 = "0.5"

-- Over everyone: {"related":"orders","measure":"average_gap","operator":"less_than_or_equal","value":30}
select
  a2.k0 as id
from
  (
    select
      t3."guest_id" as k0,
      (
        max(
          (
            (
              case
                when case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end > '4700-01-01 BC'
                and case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end < '294000-01-01' then case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end
              end
            ) at time zone $1::text
          )::date
        ) - min(
          (
            (
              case
                when case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end > '4700-01-01 BC'
                and case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end < '294000-01-01' then case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end
              end
            ) at time zone $2::text
          )::date
        )
      ) as m0,
      (
        count(
          distinct (
            (
              case
                when case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end > '4700-01-01 BC'
                and case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end < '294000-01-01' then case
                  when isfinite(t3."placed_at") then t3."placed_at"
                end
              end
            ) at time zone $3::text
          )::date
        ) - 1
      ) as m1
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $4::text
      and t3."placed_at" <= $5::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when isfinite(t3."placed_at") then t3."placed_at"
      end is not null
    group by
      t3."guest_id"
  ) a2
where
  a2.k0 is not null
  and a2.m0 <= $6::numeric * (
    case
      when a2.m1 > 0 then a2.m1
    end
  );
-- $1, $2, $3 = "Europe/Berlin"
-- $4 = "shop"
-- $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "30"
