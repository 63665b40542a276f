-- members are those with a stay that lasts

-- Over everyone: {"segment":{"template":"loyal"},"operator":"is_member"}
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
    )
  );
-- $1, $2 = "shop"
-- $3 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4, $5 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"segment":{"template":"loyal"},"operator":"is_member"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
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
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $5, $6 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"segment":{"template":"loyal"},"operator":"is_not_member"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
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
      )
    )
  );
-- $1, $2 = "shop"
-- $3 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $4, $5 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"segment":{"template":"loyal"},"operator":"is_not_member"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    not (
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
-- $2 = ["Anna","Ben"]
-- $4 = "5e9c2d1a-0000-4000-a000-000000000001"
-- $5, $6 = "2024-06-12 10:00:00.000000+00"
