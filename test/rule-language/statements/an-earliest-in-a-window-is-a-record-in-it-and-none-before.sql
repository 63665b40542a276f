-- an earliest in a window is a record in it and none before

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"within_last","value":{"days":30}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
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
          and case
            when isfinite(t2."placed_at") then t2."placed_at"
          end is not null
          and t2."placed_at" >= $4::timestamptz
          and t2."placed_at" < $5::timestamptz
      )
    )
    and (
      not (
        exists (
          select
          from
            "conformance"."order" t3
          where
            t3."guest_id" = t1."id"
            and t3."tenant_id" = $6::text
            and t3."placed_at" <= $7::timestamptz
            and t3."placed_at" > '-infinity'
            and case
              when isfinite(t3."placed_at") then t3."placed_at"
            end is not null
            and t3."placed_at" > '-infinity'
            and t3."placed_at" < $8::timestamptz
        )
      )
    )
  );
-- $1, $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-05-13 22:00:00.000000+00"
-- $5 = "2024-06-12 22:00:00.000000+00"

-- Of given guests: {"related":"orders","measure":"minimum","of":"placed_at","operator":"within_last","value":{"days":30}}
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
        and case
          when isfinite(t2."placed_at") then t2."placed_at"
        end is not null
        and t2."placed_at" >= $4::timestamptz
        and t2."placed_at" < $5::timestamptz
    )
  )
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t3
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $6::text
          and t3."placed_at" <= $7::timestamptz
          and t3."placed_at" > '-infinity'
          and case
            when isfinite(t3."placed_at") then t3."placed_at"
          end is not null
          and t3."placed_at" > '-infinity'
          and t3."placed_at" < $8::timestamptz
      )
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-05-13 22:00:00.000000+00"
-- $5 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"within_last","value":{"hours":2}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
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
          and case
            when isfinite(t2."placed_at") then t2."placed_at"
          end is not null
          and t2."placed_at" >= $4::timestamptz
          and t2."placed_at" < $5::timestamptz
      )
    )
    and (
      not (
        exists (
          select
          from
            "conformance"."order" t3
          where
            t3."guest_id" = t1."id"
            and t3."tenant_id" = $6::text
            and t3."placed_at" <= $7::timestamptz
            and t3."placed_at" > '-infinity'
            and case
              when isfinite(t3."placed_at") then t3."placed_at"
            end is not null
            and t3."placed_at" > '-infinity'
            and t3."placed_at" < $8::timestamptz
        )
      )
    )
  );
-- $1, $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-06-12 08:00:00.000001+00"
-- $5 = "2024-06-12 10:00:00.000001+00"

-- Of given guests: {"related":"orders","measure":"minimum","of":"placed_at","operator":"within_last","value":{"hours":2}}
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
        and case
          when isfinite(t2."placed_at") then t2."placed_at"
        end is not null
        and t2."placed_at" >= $4::timestamptz
        and t2."placed_at" < $5::timestamptz
    )
  )
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t3
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $6::text
          and t3."placed_at" <= $7::timestamptz
          and t3."placed_at" > '-infinity'
          and case
            when isfinite(t3."placed_at") then t3."placed_at"
          end is not null
          and t3."placed_at" > '-infinity'
          and t3."placed_at" < $8::timestamptz
      )
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-06-12 08:00:00.000001+00"
-- $5 = "2024-06-12 10:00:00.000001+00"

-- Over everyone: {"related":"orders","measure":"minimum","of":"placed_at","operator":"ago_between","value":[{"days":1},{"days":7}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
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
          and case
            when isfinite(t2."placed_at") then t2."placed_at"
          end is not null
          and t2."placed_at" >= $4::timestamptz
          and t2."placed_at" < $5::timestamptz
      )
    )
    and (
      not (
        exists (
          select
          from
            "conformance"."order" t3
          where
            t3."guest_id" = t1."id"
            and t3."tenant_id" = $6::text
            and t3."placed_at" <= $7::timestamptz
            and t3."placed_at" > '-infinity'
            and case
              when isfinite(t3."placed_at") then t3."placed_at"
            end is not null
            and t3."placed_at" > '-infinity'
            and t3."placed_at" < $8::timestamptz
        )
      )
    )
  );
-- $1, $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-06-04 22:00:00.000000+00"
-- $5 = "2024-06-11 22:00:00.000000+00"

-- Of given guests: {"related":"orders","measure":"minimum","of":"placed_at","operator":"ago_between","value":[{"days":1},{"days":7}]}
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
        and case
          when isfinite(t2."placed_at") then t2."placed_at"
        end is not null
        and t2."placed_at" >= $4::timestamptz
        and t2."placed_at" < $5::timestamptz
    )
  )
  and (
    not (
      exists (
        select
        from
          "conformance"."order" t3
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $6::text
          and t3."placed_at" <= $7::timestamptz
          and t3."placed_at" > '-infinity'
          and case
            when isfinite(t3."placed_at") then t3."placed_at"
          end is not null
          and t3."placed_at" > '-infinity'
          and t3."placed_at" < $8::timestamptz
      )
    )
  );
-- $1 = ["Anna","Ben"]
-- $2, $6 = "shop"
-- $3, $7 = "2024-06-12 10:00:00.000000+00"
-- $4, $8 = "2024-06-04 22:00:00.000000+00"
-- $5 = "2024-06-11 22:00:00.000000+00"

-- Over everyone: {"related":"stops","measure":"minimum","of":"day","operator":"in_period","value":"this_month"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      exists (
        select
        from
          "conformance"."stop" t2
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $2::text
          and t2."day" <= $3::date
          and t2."day" > '-infinity'
          and case
            when isfinite(t2."day") then t2."day"
          end is not null
          and t2."day" >= $4::date
          and t2."day" < $5::date
      )
    )
    and (
      not (
        exists (
          select
          from
            "conformance"."stop" t3
          where
            t3."guest_id" = t1."id"
            and t3."tenant_id" = $6::text
            and t3."day" <= $7::date
            and t3."day" > '-infinity'
            and case
              when isfinite(t3."day") then t3."day"
            end is not null
            and t3."day" > '-infinity'
            and t3."day" < $8::date
        )
      )
    )
  );
-- $1, $2, $6 = "shop"
-- $3, $7 = "2024-06-12"
-- $4, $8 = "2024-06-01"
-- $5 = "2024-07-01"

-- Of given guests: {"related":"stops","measure":"minimum","of":"day","operator":"in_period","value":"this_month"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    (
      exists (
        select
        from
          "conformance"."stop" t2
        where
          t2."guest_id" = t1."id"
          and t2."tenant_id" = $3::text
          and t2."day" <= $4::date
          and t2."day" > '-infinity'
          and case
            when isfinite(t2."day") then t2."day"
          end is not null
          and t2."day" >= $5::date
          and t2."day" < $6::date
      )
    )
    and (
      not (
        exists (
          select
          from
            "conformance"."stop" t3
          where
            t3."guest_id" = t1."id"
            and t3."tenant_id" = $7::text
            and t3."day" <= $8::date
            and t3."day" > '-infinity'
            and case
              when isfinite(t3."day") then t3."day"
            end is not null
            and t3."day" > '-infinity'
            and t3."day" < $9::date
        )
      )
    )
  );
-- $1, $3, $7 = "shop"
-- $2 = ["Anna","Ben"]
-- $4, $8 = "2024-06-12"
-- $5, $9 = "2024-06-01"
-- $6 = "2024-07-01"
