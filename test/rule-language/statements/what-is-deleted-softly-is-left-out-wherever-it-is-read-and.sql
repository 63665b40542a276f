-- what is deleted softly is left out wherever it is read, and orders do not stand for guests, who may be gone

-- Over everyone, deleted softly: {"field":"city","operator":"equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."gone_at" is null
  and (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "Berlin"

-- Over everyone, deleted softly: {"related":"orders","measure":"count","operator":"greater_than","value":1}
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
      and t3."gone_at" is null
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and t1."gone_at" is null
  and (a2.m0 > $4::bigint);
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"

-- Over everyone, deleted softly: {"related":"orders","measure":"count","operator":"equals","value":0}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."gone_at" is null
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t2
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $2::text
          and t2."gone_at" is null
          and t2."placed_at" <= $3::timestamptz
          and t2."placed_at" > '-infinity'
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Over everyone, deleted softly: {"related":"own_lines","measure":"count","operator":"greater_than","value":1}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."line" t3
      left join "conformance"."order" p4 on p4."id" = t3."order_id"
      and p4."tenant_id" = $1::text
      and p4."gone_at" is null
    where
      t3."tenant_id" = $2::text
      and p4."placed_at" <= $3::timestamptz
      and p4."placed_at" > '-infinity'
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $4::text
  and t1."gone_at" is null
  and (a2.m0 > $5::bigint);
-- $1, $2, $4 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $5 = "1"
