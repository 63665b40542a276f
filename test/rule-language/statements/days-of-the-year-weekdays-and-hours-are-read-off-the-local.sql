-- days of the year, weekdays and hours are read off the local time

-- Over everyone: {"field":"birthday","operator":"anniversary_within_next","value":{"days":7}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when (
        extract(
          month
          from
            t1."birthday"
        ) * 100 + extract(
          day
          from
            t1."birthday"
        )
      ) = 229 then $2::boolean
      else (
        extract(
          month
          from
            t1."birthday"
        ) * 100 + extract(
          day
          from
            t1."birthday"
        )
      ) between $3::integer and $4::integer
    end
  );
-- $1 = "shop"
-- $2 = false
-- $3 = 612
-- $4 = 618

-- Over everyone: {"field":"birthday","operator":"anniversary_within_next","value":{"days":400}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when isfinite(t1."birthday") then t1."birthday"
    end is not null
  );
-- $1 = "shop"

-- Over everyone: {"field":"birthday","operator":"anniversary_in_month","value":"next_month"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    extract(
      month
      from
        t1."birthday"
    ) = $2::integer
  );
-- $1 = "shop"
-- $2 = 7

-- Over everyone: {"field":"seen","operator":"anniversary_in_month","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    extract(
      month
      from
        (
          (
            case
              when t1."seen" > '4700-01-01 BC'
              and t1."seen" < '294000-01-01' then t1."seen"
            end
          ) at time zone $2::text
        )::date
    ) = $3::integer
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = 2

-- Over everyone: {"field":"seen","operator":"weekday_in","value":["monday","sunday"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    extract(
      isodow
      from
        (
          (
            case
              when t1."seen" > '4700-01-01 BC'
              and t1."seen" < '294000-01-01' then t1."seen"
            end
          ) at time zone $2::text
        )::date
    ) = any ($3::integer[])
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = [1,7]

-- Over everyone: {"field":"seen.weekday","operator":"equals","value":"monday"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    to_char(
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
      ),
      'FMday'
    ) = $3::text
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "monday"

-- Over everyone: {"field":"seen","operator":"hour_between","value":["09:05",17]}
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
          when t1."seen" > '4700-01-01 BC'
          and t1."seen" < '294000-01-01' then t1."seen"
        end
      ) at time zone $2::text
    )::time >= $3::time
    and (
      (
        case
          when t1."seen" > '4700-01-01 BC'
          and t1."seen" < '294000-01-01' then t1."seen"
        end
      ) at time zone $4::text
    )::time < $5::time
  );
-- $1 = "shop"
-- $2, $4 = "Europe/Berlin"
-- $3 = "09:05"
-- $5 = "17:00"

-- Over everyone: {"field":"seen","operator":"hour_between","value":[22,6]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      (
        (
          case
            when t1."seen" > '4700-01-01 BC'
            and t1."seen" < '294000-01-01' then t1."seen"
          end
        ) at time zone $2::text
      )::time >= $3::time
      or (
        (
          case
            when t1."seen" > '4700-01-01 BC'
            and t1."seen" < '294000-01-01' then t1."seen"
          end
        ) at time zone $4::text
      )::time < $5::time
    )
  );
-- $1 = "shop"
-- $2, $4 = "Europe/Berlin"
-- $3 = "22:00"
-- $5 = "06:00"
