-- the guests are not read for given ids where their records alone decide

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"less_than","value":10}]}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t4
    where
      t4."guest_id" = t1."id"
      and t4."tenant_id" = $2::text
      and t4."placed_at" <= $3::timestamptz
      and t4."placed_at" > '-infinity'
  ) a3 on true
where
  (
    exists (
      select
      from
        "conformance"."order" t2
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $4::text
        and t2."placed_at" <= $5::timestamptz
        and t2."placed_at" > '-infinity'
    )
  )
  and (coalesce(a3.m0, 0) < $6::bigint);
-- $1 = ["Anna","Ben"]
-- $2, $4 = "shop"
-- $3, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "10"

-- Of given guests: {"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"segment":{"template":"loyal"},"operator":"is_not_member"}]}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
where
  (
    exists (
      select
      from
        "conformance"."order" t2
      where
        t2."guest_id" = t1."id"
        and t2."tenant_id" = $2::text
        and t2."placed_at" <= $3::timestamptz
        and t2."placed_at" > '-infinity'
    )
  )
  and (
    not (
      exists (
        select
        from
          "conformance"."stay" s3
        where
          s3."subject_id" = t1."id"
          and s3."tenant_id" = $4::text
          and s3."segment_id" = $5::uuid
          and s3."entered_at" <= $6::timestamptz
          and (
            s3."left_at" is null
            or s3."left_at" > $7::timestamptz
          )
      )
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $4 = "shop"
-- $3, $6, $7 = "2024-06-12 10:00:00.000000+00"
-- $5 = "5e9c2d1a-0000-4000-a000-000000000001"

-- Of given guests: {"related":"orders","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  (
    select distinct
      id
    from
      unnest($1::text[]) id
    order by
      id
  ) t1 ("id")
  left join lateral (
    select
      count(*) as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $2::text
      and t3."placed_at" <= $3::timestamptz
      and t3."placed_at" > '-infinity'
  ) a2 on true
where
  a2.m0 = $4::bigint;
-- $1 = ["Anna","Ben"]
-- $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "2"
