-- a point and what is derived at the end of a path are there only where the record is

-- Over everyone: {"field":"home","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when (
        t1."home_latitude" between -90 and 90
        and t1."home_longitude" between -180 and 180
      ) then true
    end is null
  );
-- $1 = "shop"

-- Of given guests: {"field":"home","operator":"is_empty"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    case
      when (
        t1."home_latitude" between -90 and 90
        and t1."home_longitude" between -180 and 180
      ) then true
    end is null
  );
-- $1 = "shop"
-- $2 = ["Anna","Ben"]

-- Over everyone: {"field":"friend.is_adult","operator":"equals","value":false}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    (
      case
        when p2."id" is not null then coalesce(
          (
            case
              when case
                when isfinite(p2."birthday") then p2."birthday"
              end <= $3::date then extract(
                year
                from
                  $4::date
              ) - extract(
                year
                from
                  case
                    when isfinite(p2."birthday") then p2."birthday"
                  end
              ) - case
                when (
                  extract(
                    month
                    from
                      $5::date
                  ),
                  extract(
                    day
                    from
                      $6::date
                  )
                ) < (
                  extract(
                    month
                    from
                      case
                        when isfinite(p2."birthday") then p2."birthday"
                      end
                  ),
                  extract(
                    day
                    from
                      case
                        when isfinite(p2."birthday") then p2."birthday"
                      end
                  )
                ) then 1
                else 0
              end
            end
          ) >= 18,
          false
        )
      end
    ) = $7::boolean
  );
-- $1, $2 = "shop"
-- $3, $4, $5, $6 = "2024-06-12"
-- $7 = false

-- Of given guests: {"field":"friend.is_adult","operator":"equals","value":false}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    (
      case
        when p2."id" is not null then coalesce(
          (
            case
              when case
                when isfinite(p2."birthday") then p2."birthday"
              end <= $4::date then extract(
                year
                from
                  $5::date
              ) - extract(
                year
                from
                  case
                    when isfinite(p2."birthday") then p2."birthday"
                  end
              ) - case
                when (
                  extract(
                    month
                    from
                      $6::date
                  ),
                  extract(
                    day
                    from
                      $7::date
                  )
                ) < (
                  extract(
                    month
                    from
                      case
                        when isfinite(p2."birthday") then p2."birthday"
                      end
                  ),
                  extract(
                    day
                    from
                      case
                        when isfinite(p2."birthday") then p2."birthday"
                      end
                  )
                ) then 1
                else 0
              end
            end
          ) >= 18,
          false
        )
      end
    ) = $8::boolean
  );
-- $1, $2 = "shop"
-- $3 = ["Anna","Ben"]
-- $4, $5, $6, $7 = "2024-06-12"
-- $8 = false
