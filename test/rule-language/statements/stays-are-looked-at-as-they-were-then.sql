-- stays are looked at as they were then

-- Over everyone: {"segment":{"template":"loyal"},"operator":"ever_member"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    exists (
      select
      from
        "conformance"."stay" s2
      where
        s2."subject_id" = t1."id"
        and s2."tenant_id" = $2::text
        and s2."segment_id" = $3::uuid
        and s2."entered_at" <= $4::timestamptz
    )
  );
-- $1, $2 = "shop"
-- $3 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"segment":{"template":"loyal"},"operator":"joined_within_last","value":{"days":7}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    exists (
      select
      from
        "conformance"."stay" s2
      where
        s2."subject_id" = t1."id"
        and s2."tenant_id" = $2::text
        and s2."segment_id" = $3::uuid
        and s2."entered_at" <= $4::timestamptz
        and (
          s2."left_at" is null
          or s2."left_at" > $5::timestamptz
        )
        and s2."cause" in ('matched', 'pinned')
        and s2."entered_at" >= $6::timestamptz
        and s2."entered_at" < $7::timestamptz
    )
  );
-- $1, $2 = "shop"
-- $3 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "2024-06-05 22:00:00.000000+00"
-- $7 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"segment":{"template":"loyal"},"operator":"member_for_at_least","value":{"hours":7}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    exists (
      select
      from
        "conformance"."stay" s2
      where
        s2."subject_id" = t1."id"
        and s2."tenant_id" = $2::text
        and s2."segment_id" = $3::uuid
        and s2."entered_at" <= $4::timestamptz
        and (
          s2."left_at" is null
          or s2."left_at" > $5::timestamptz
        )
        and s2."entered_at" < $6::timestamptz
    )
  );
-- $1, $2 = "shop"
-- $3 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "2024-06-12 03:00:00.000001+00"

-- Over everyone: {"segment":{"template":"loyal"},"operator":"left_within_last","value":{"days":7}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      not exists (
        select
        from
          "conformance"."stay" s3
        where
          s3."subject_id" = t1."id"
          and s3."tenant_id" = $2::text
          and s3."segment_id" = $3::uuid
          and s3."entered_at" <= $4::timestamptz
          and (
            s3."left_at" is null
            or s3."left_at" > $5::timestamptz
          )
      )
      and exists (
        select
        from
          "conformance"."stay" s2
        where
          s2."subject_id" = t1."id"
          and s2."tenant_id" = $6::text
          and s2."segment_id" = $7::uuid
          and s2."entered_at" <= $8::timestamptz
          and s2."left_at" <= $9::timestamptz
          and s2."left_at" >= $10::timestamptz
          and s2."left_at" < $11::timestamptz
      )
    )
  );
-- $1, $2, $6 = "shop"
-- $3, $7 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4, $5, $8, $9 = "2024-06-12 10:00:00.000000+00"
-- $10 = "2024-06-05 22:00:00.000000+00"
-- $11 = "2024-06-12 22:00:00.000000+00"
