-- at least so many are counted

-- Over everyone: {"match":{"at_least":2},"rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
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
  ) a3 on a3.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    (
      case
        when exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $4::text
            and t2."placed_at" <= $5::timestamptz
            and t2."placed_at" > '-infinity'
        ) then 1
        else 0
      end + case
        when lower(t1."city" collate "und-x-icu") = lower($6::text collate "und-x-icu") then 1
        else 0
      end + case
        when a3.m0 > $7::bigint then 1
        else 0
      end
    ) >= $8::integer
  );
-- $1, $3, $4 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "Berlin"
-- $7 = "7"
-- $8 = 2

-- Of given guests: {"match":{"at_least":2},"rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t4
    where
      t4."guest_id" = t1."id"
      and t4."tenant_id" = $1::text
      and t4."placed_at" <= $2::timestamptz
      and t4."placed_at" > '-infinity'
  ) a3 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    (
      case
        when exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $5::text
            and t2."placed_at" <= $6::timestamptz
            and t2."placed_at" > '-infinity'
        ) then 1
        else 0
      end + case
        when lower(t1."city" collate "und-x-icu") = lower($7::text collate "und-x-icu") then 1
        else 0
      end + case
        when a3.m0 > $8::bigint then 1
        else 0
      end
    ) >= $9::integer
  );
-- $1, $3, $5 = "shop"
-- $2, $6 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $7 = "Berlin"
-- $8 = "7"
-- $9 = 2

-- Over everyone: {"match":{"at_least":1},"rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    (
      case
        when a2.m0 > $4::bigint then 1
        else 0
      end
    ) >= $5::integer
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"
-- $5 = 1

-- Of given guests: {"match":{"at_least":1},"rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    (
      case
        when a2.m0 > $5::bigint then 1
        else 0
      end
    ) >= $6::integer
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "7"
-- $6 = 1
