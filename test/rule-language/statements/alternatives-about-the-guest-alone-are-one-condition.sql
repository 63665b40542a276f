-- alternatives about the guest alone are one condition

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"vip","operator":"equals","value":true}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (t1."vip" = $3::boolean)
  );
-- $1 = "shop"
-- $2 = "Berlin"
-- $3 = true

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"points","operator":"greater_than","value":{"field":"credit"}}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (
      case
        when t1."points" > '-1e1000'::numeric
        and t1."points" < '1e1000'::numeric then t1."points"
      end > case
        when t1."credit" > '-1e1000'::numeric
        and t1."credit" < '1e1000'::numeric then t1."credit"
      end
    )
  );
-- $1 = "shop"
-- $2 = "Berlin"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"points","operator":"between","value":[1,{"field":"credit"}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (
      t1."points" >= $3::bigint
      and t1."points" < '1e1000'::numeric
      and case
        when t1."points" > '-1e1000'::numeric
        and t1."points" < '1e1000'::numeric then t1."points"
      end <= case
        when t1."credit" > '-1e1000'::numeric
        and t1."credit" < '1e1000'::numeric then t1."credit"
      end
    )
  );
-- $1 = "shop"
-- $2 = "Berlin"
-- $3 = "1"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"age","operator":"greater_than","value":17}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (
      (
        case
          when case
            when isfinite(t1."birthday") then t1."birthday"
          end <= $3::date then extract(
            year
            from
              $4::date
          ) - extract(
            year
            from
              case
                when isfinite(t1."birthday") then t1."birthday"
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
                    when isfinite(t1."birthday") then t1."birthday"
                  end
              ),
              extract(
                day
                from
                  case
                    when isfinite(t1."birthday") then t1."birthday"
                  end
              )
            ) then 1
            else 0
          end
        end
      ) > $7::bigint
      and (
        case
          when case
            when isfinite(t1."birthday") then t1."birthday"
          end <= $8::date then extract(
            year
            from
              $9::date
          ) - extract(
            year
            from
              case
                when isfinite(t1."birthday") then t1."birthday"
              end
          ) - case
            when (
              extract(
                month
                from
                  $10::date
              ),
              extract(
                day
                from
                  $11::date
              )
            ) < (
              extract(
                month
                from
                  case
                    when isfinite(t1."birthday") then t1."birthday"
                  end
              ),
              extract(
                day
                from
                  case
                    when isfinite(t1."birthday") then t1."birthday"
                  end
              )
            ) then 1
            else 0
          end
        end
      ) < '1e1000'::numeric
    )
  );
-- $1 = "shop"
-- $2 = "Berlin"
-- $3, $4, $5, $6, $8, $9, $10, $11 = "2024-06-12"
-- $7 = "17"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"field":"company","operator":"is_empty"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu"))
    or (p2."id" is null)
  );
-- $1, $2 = "shop"
-- $3 = "Berlin"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"everyone":true}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (true)
  );
-- $1 = "shop"
-- $2 = "Berlin"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"segment":{"template":"loyal"},"operator":"is_member"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (
      exists (
        select
        from
          "conformance"."stay" s2
        where
          s2."subject_id" = t1."id"
          and s2."tenant_id" = $3::text
          and s2."segment_id" = $4::uuid
          and s2."entered_at" <= $5::timestamptz
          and (
            s2."left_at" is null
            or s2."left_at" > $6::timestamptz
          )
      )
    )
  );
-- $1, $3 = "shop"
-- $2 = "Berlin"
-- $4 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $5, $6 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"any","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"match":"none","rules":[{"field":"vip","operator":"equals","value":true}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
    or (((t1."vip" = $3::boolean)) is not true)
  );
-- $1 = "shop"
-- $2 = "Berlin"
-- $3 = true
