-- a union is joined to the guests where more is asked

-- Over everyone: {"match":"all","rules":[{"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"activities","measure":"count","operator":"greater_than","value":3}]},{"field":"city","operator":"equals","value":"Berlin"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      a3.k0 as id
    from
      (
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
      ) a3
    where
      a3.k0 is not null
      and a3.m0 > $3::bigint
    union
    select
      t5."id" as id
    from
      "conformance"."guest" t5
      left join (
        select
          t7."guest_id" as k0,
          count(*) as m0
        from
          "conformance"."activity" t7
        where
          t7."tenant_id" = $4::text
          and t7."happened_at" <= $5::timestamptz
          and t7."happened_at" > '-infinity'
        group by
          t7."guest_id"
      ) a6 on a6.k0 = t5."id"
    where
      t5."tenant_id" = $6::text
      and (a6.m0 > $7::bigint)
  ) u8 on u8.id = t1."id"
where
  t1."tenant_id" = $8::text
  and (
    (u8.id is not null)
    and (lower(t1."city" collate "und-x-icu") = lower($9::text collate "und-x-icu"))
  );
-- $1, $4, $6, $8 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $3 = "7"
-- $7 = "3"
-- $9 = "Berlin"

-- Of given guests: {"match":"all","rules":[{"match":"any","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"related":"activities","measure":"count","operator":"greater_than","value":3}]},{"field":"city","operator":"equals","value":"Berlin"}]}
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
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."activity" t5
    where
      t5."guest_id" = t1."id"
      and t5."tenant_id" = $3::text
      and t5."happened_at" <= $4::timestamptz
      and t5."happened_at" > '-infinity'
  ) a4 on true
where
  t1."tenant_id" = $5::text
  and t1."id" = any ($6::text[])
  and (
    (
      (a2.m0 > $7::bigint)
      or (a4.m0 > $8::bigint)
    )
    and (lower(t1."city" collate "und-x-icu") = lower($9::text collate "und-x-icu"))
  );
-- $1, $3, $5 = "shop"
-- $2, $4 = "2024-06-12 10:00:00.000000+00"
-- $6 = ["Anna","Ben"]
-- $7 = "7"
-- $8 = "3"
-- $9 = "Berlin"
