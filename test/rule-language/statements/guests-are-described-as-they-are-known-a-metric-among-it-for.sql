-- guests are described as they are known, a metric among it for each

-- By their keys
select
  t1."id" as id,
  t1."id"::text as external_id,
  t1."id"::text as display
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and exists (
    select
    from
      (
        select
          unnest($2::text[]) as id
      ) among
    where
      among.id = t1."id"
  );
-- $1 = "shop"
-- $2 = ["Anna","Ben"]

-- By a metric and a field
select
  t1."id" as id,
  coalesce(a2.m0, 0)::text as external_id,
  case
    when btrim(
      t1."city",
      E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
    ) <> '' then t1."city"
  end::text as display
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
  and exists (
    select
    from
      (
        select
          t1."id" as id
        from
          "conformance"."guest" t1
        where
          t1."tenant_id" = $4::text
          and (
            exists (
              select
              from
                "conformance"."stay" s2
              where
                s2."subject_id" = t1."id"
                and s2."tenant_id" = $5::text
                and s2."segment_id" = $6::uuid
                and s2."entered_at" <= $7::timestamptz
                and (
                  s2."left_at" is null
                  or s2."left_at" > $8::timestamptz
                )
            )
          )
      ) among
    where
      among.id = t1."id"
  );
-- $1, $3, $4, $5 = "shop"
-- $2, $7, $8 = "2024-06-12 10:00:00.000000+00"
-- $6 = "5e9c2d1a-0000-4000-a000-000000000001"
