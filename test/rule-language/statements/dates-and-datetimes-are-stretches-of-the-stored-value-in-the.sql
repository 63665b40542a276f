-- dates and datetimes are stretches of the stored value, in the local time of the clock

-- Over everyone: {"field":"due","operator":"on","value":"0987-06-05"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."due" >= $2::date
    and t1."due" < $3::date
  );
-- $1 = "shop"
-- $2 = "0987-06-05"
-- $3 = "0987-06-06"

-- Over everyone: {"field":"seen","operator":"on","value":"2024-06-05"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."seen" >= $2::timestamptz
    and t1."seen" < $3::timestamptz
  );
-- $1 = "shop"
-- $2 = "2024-06-04 22:00:00.000000+00"
-- $3 = "2024-06-05 22:00:00.000000+00"

-- Over everyone: {"field":"seen","operator":"equals","value":"2024-06-05T01:02:03Z"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."seen" >= $2::timestamptz
    and t1."seen" < $3::timestamptz
  );
-- $1 = "shop"
-- $2 = "2024-06-05 01:02:03.000000+00"
-- $3 = "2024-06-05 01:02:03.000001+00"

-- Over everyone: {"field":"due","operator":"ago_at_least","value":{"years":3000}}
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
-- $2 = "0977-06-13 BC"

-- Over everyone: {"field":"seen","operator":"ago_at_least","value":{"years":3000}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."seen" > '-infinity'
    and t1."seen" < $2::timestamptz
  );
-- $1 = "shop"
-- $2 = "0977-06-12 23:06:32.000000+00 BC"

-- Over everyone: {"field":"due","operator":"ago_at_least","value":{"years":2024}}
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
-- $2 = "0001-06-13 BC"

-- Over everyone: {"field":"seen","operator":"ago_at_least","value":{"years":200000}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."seen" > '-infinity'
    and t1."seen" < $2::timestamptz
  );
-- $1 = "shop"
-- $2 = "4701-06-12 23:06:32.000000+00 BC"

-- Over everyone: {"field":"entered","operator":"after","value":"2024-06-05"}
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
          when t1."entered" > '4700-01-01 BC'
          and t1."entered" < '294000-01-01' then t1."entered"
        end
      ) at time zone 'UTC'
    ) >= $2::timestamptz
    and (
      (
        case
          when t1."entered" > '4700-01-01 BC'
          and t1."entered" < '294000-01-01' then t1."entered"
        end
      ) at time zone 'UTC'
    ) < 'infinity'
  );
-- $1 = "shop"
-- $2 = "2024-06-05 22:00:00.000000+00"

-- Over everyone: {"field":"registered","operator":"after","value":"2024-06-05"}
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
          when t1."registered" > '4700-01-01 BC'
          and t1."registered" < '294000-01-01' then t1."registered"
        end
      ) at time zone 'America/Havana'
    ) >= $2::timestamptz
    and (
      (
        case
          when t1."registered" > '4700-01-01 BC'
          and t1."registered" < '294000-01-01' then t1."registered"
        end
      ) at time zone 'America/Havana'
    ) < 'infinity'
  );
-- $1 = "shop"
-- $2 = "2024-06-05 22:00:00.000000+00"

-- Over everyone: {"field":"seen","operator":"on","value":{"field":"due"}}
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
    )::date = case
      when isfinite(t1."due") then t1."due"
    end
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"

-- Over everyone: {"field":"seen","operator":"before","value":{"field":"promised","plus":{"quarters":2}}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when isfinite(t1."seen") then t1."seen"
    end < (
      (
        (
          (
            case
              when (
                case
                  when case
                    when isfinite(t1."promised") then t1."promised"
                  end between '3000-01-01 BC' and '200000-01-01' then case
                    when isfinite(t1."promised") then t1."promised"
                  end
                end
              ) > '4700-01-01 BC'
              and (
                case
                  when case
                    when isfinite(t1."promised") then t1."promised"
                  end between '3000-01-01 BC' and '200000-01-01' then case
                    when isfinite(t1."promised") then t1."promised"
                  end
                end
              ) < '294000-01-01' then (
                case
                  when case
                    when isfinite(t1."promised") then t1."promised"
                  end between '3000-01-01 BC' and '200000-01-01' then case
                    when isfinite(t1."promised") then t1."promised"
                  end
                end
              )
            end
          ) at time zone $2::text
        ) + $3::interval
      ) at time zone $4::text
    )
  );
-- $1 = "shop"
-- $2, $4 = "Europe/Berlin"
-- $3 = "6 months"

-- Over everyone: {"field":"seen","operator":"before","value":{"field":"due","minus":{"days":2}}}
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
    )::date < (
      (
        case
          when case
            when isfinite(t1."due") then t1."due"
          end between '3000-01-01 BC' and '200000-01-01' then case
            when isfinite(t1."due") then t1."due"
          end
        end
      ) + $3::interval
    )::date
  );
-- $1 = "shop"
-- $2 = "Europe/Berlin"
-- $3 = "-2 days"

-- Over everyone: {"field":"seen","operator":"before","value":{"field":"promised","minus":{"hours":2}}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when isfinite(t1."seen") then t1."seen"
    end < (
      (
        case
          when case
            when isfinite(t1."promised") then t1."promised"
          end between '3000-01-01 BC' and '200000-01-01' then case
            when isfinite(t1."promised") then t1."promised"
          end
        end
      ) + $2::interval
    )
  );
-- $1 = "shop"
-- $2 = "-2 hours"

-- Over everyone: {"field":"due","operator":"before","value":{"field":"birthday","plus":{"months":2}}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when isfinite(t1."due") then t1."due"
    end < (
      (
        case
          when case
            when isfinite(t1."birthday") then t1."birthday"
          end between '3000-01-01 BC' and '200000-01-01' then case
            when isfinite(t1."birthday") then t1."birthday"
          end
        end
      ) + $2::interval
    )::date
  );
-- $1 = "shop"
-- $2 = "2 months"
