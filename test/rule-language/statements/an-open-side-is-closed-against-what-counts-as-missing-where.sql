-- an open side is closed against what counts as missing, where that may be stored

-- Over everyone: {"field":"points","operator":"greater_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."points" > $2::bigint
    and t1."points" < '1e1000'::numeric
  );
-- $1 = "shop"
-- $2 = "5"

-- Over everyone: {"field":"points","operator":"less_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."points" < $2::bigint
    and t1."points" > '-1e1000'::numeric
  );
-- $1 = "shop"
-- $2 = "5"

-- Over everyone: {"field":"visits","operator":"greater_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."visits" > $2::bigint);
-- $1 = "shop"
-- $2 = "5"

-- Over everyone: {"field":"visits","operator":"less_than_or_equal","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."visits" <= $2::bigint);
-- $1 = "shop"
-- $2 = "5"

-- Over everyone: {"field":"due","operator":"after","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."due" >= $2::date
    and t1."due" < 'infinity'
  );
-- $1 = "shop"
-- $2 = "2024-06-13"

-- Over everyone: {"field":"due","operator":"before","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."due" > '-infinity'
    and t1."due" < $2::date
  );
-- $1 = "shop"
-- $2 = "2024-06-12"

-- Over everyone: {"field":"joined","operator":"after","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."joined" >= $2::date);
-- $1 = "shop"
-- $2 = "2024-06-13"

-- Over everyone: {"field":"joined","operator":"before","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."joined" < $2::date);
-- $1 = "shop"
-- $2 = "2024-06-12"

-- Over everyone: {"field":"seen.date","operator":"after","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      (
        case
          when case
            when isfinite(t1."seen") then t1."seen"
          end > '4700-01-01 BC'
          and case
            when isfinite(t1."seen") then t1."seen"
          end < '294000-01-01' then case
            when isfinite(t1."seen") then t1."seen"
          end
        end
      ) at time zone $2::text
    )::date >= $3::date
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "2024-06-13"

-- Over everyone: {"field":"seen.date","operator":"before","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      (
        case
          when case
            when isfinite(t1."seen") then t1."seen"
          end > '4700-01-01 BC'
          and case
            when isfinite(t1."seen") then t1."seen"
          end < '294000-01-01' then case
            when isfinite(t1."seen") then t1."seen"
          end
        end
      ) at time zone $2::text
    )::date < $3::date
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "2024-06-12"

-- Over everyone: {"field":"seen.hour","operator":"greater_than","value":5}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    extract(
      hour
      from
        (
          (
            case
              when case
                when isfinite(t1."seen") then t1."seen"
              end > '4700-01-01 BC'
              and case
                when isfinite(t1."seen") then t1."seen"
              end < '294000-01-01' then case
                when isfinite(t1."seen") then t1."seen"
              end
            end
          ) at time zone $2::text
        )
    )::integer > $3::bigint
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "5"

-- Over everyone: {"field":"points","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end is null
  );
-- $1 = "shop"

-- Over everyone: {"field":"visits","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."visits" is null);
-- $1 = "shop"

-- Over everyone: {"field":"points","operator":"greater_than","value":{"field":"credit"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end > case
      when t1."credit" > '-1e1000'::numeric
      and t1."credit" < '1e1000'::numeric then t1."credit"
    end
  );
-- $1 = "shop"

-- Over everyone: {"field":"points","operator":"less_than","value":{"field":"visits","times":"1.5"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when t1."points" > '-1e1000'::numeric
      and t1."points" < '1e1000'::numeric then t1."points"
    end < t1."visits"::numeric * $2::numeric::numeric
  );
-- $1 = "shop"
-- $2 = "1.5"
