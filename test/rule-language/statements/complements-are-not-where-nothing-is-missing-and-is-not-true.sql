-- complements are NOT where nothing is missing, and IS NOT TRUE elsewhere

-- Over everyone: {"match":"none","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    not (
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
    )
  );
-- $1, $2 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"match":"none","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    not (
      (
        exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $3::text
            and t2."placed_at" <= $4::timestamptz
            and t2."placed_at" > '-infinity'
        )
      )
    )
  );
-- $1, $3 = "shop"
-- $2 = ["Anna","Ben"]
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"none","rules":[{"field":"city","operator":"equals","value":"Berlin"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (((lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))) is not true);
-- $1 = "shop"
-- $2 = "Berlin"

-- Of given guests: {"match":"none","rules":[{"field":"city","operator":"equals","value":"Berlin"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (((lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu"))) is not true);
-- $1 = "shop"
-- $2 = ["Anna","Ben"]
-- $3 = "Berlin"

-- Over everyone: {"match":"none","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
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
      or (a3.m0 > $6::bigint)
    ) is not true
  );
-- $1, $3, $4 = "shop"
-- $2, $5 = "2024-06-12 10:00:00.000000+00"
-- $6 = "7"

-- Of given guests: {"match":"none","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"related":"orders","measure":"count","operator":"greater_than","value":7}]}
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
      (
        exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $5::text
            and t2."placed_at" <= $6::timestamptz
            and t2."placed_at" > '-infinity'
        )
      )
      or (a3.m0 > $7::bigint)
    ) is not true
  );
-- $1, $3, $5 = "shop"
-- $2, $6 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $7 = "7"

-- Over everyone: {"match":"none","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"))
      or (
        exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $3::text
            and t2."placed_at" <= $4::timestamptz
            and t2."placed_at" > '-infinity'
        )
      )
    ) is not true
  );
-- $1, $3 = "shop"
-- $2 = "Berlin"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"match":"none","rules":[{"field":"city","operator":"equals","value":"Berlin"},{"related":"orders","measure":"count","operator":"greater_than","value":0}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and (
    (
      (lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu"))
      or (
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
    ) is not true
  );
-- $1, $4 = "shop"
-- $2 = ["Anna","Ben"]
-- $3 = "Berlin"
-- $5 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"not_all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"company","operator":"is_empty"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p3 on p3."id" = t1."company_id"
  and p3."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    not (
      (
        exists (
          select
          from
            "conformance"."order" t2
          where
            t2."guest_id" = t1."id"
            and t2."tenant_id" = $3::text
            and t2."placed_at" <= $4::timestamptz
            and t2."placed_at" > '-infinity'
        )
      )
      and (p3."id" is null)
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"match":"not_all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"company","operator":"is_empty"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p3 on p3."id" = t1."company_id"
  and p3."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    not (
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
      and (p3."id" is null)
    )
  );
-- $1, $2, $4 = "shop"
-- $3 = ["Anna","Ben"]
-- $5 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"not_all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"field":"city","operator":"equals","value":"Berlin"}]}
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
      (a2.m0 > $4::bigint)
      and (lower(t1."city" collate "und-x-icu") = lower($5::text collate "und-x-icu"))
    ) is not true
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "7"
-- $5 = "Berlin"

-- Of given guests: {"match":"not_all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":7},{"field":"city","operator":"equals","value":"Berlin"}]}
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
      (a2.m0 > $5::bigint)
      and (lower(t1."city" collate "und-x-icu") = lower($6::text collate "und-x-icu"))
    ) is not true
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "7"
-- $6 = "Berlin"

-- Over everyone: {"match":"none","rules":[{"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"company","operator":"is_empty"}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p3 on p3."id" = t1."company_id"
  and p3."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    not (
      (
        (
          exists (
            select
            from
              "conformance"."order" t2
            where
              t2."guest_id" = t1."id"
              and t2."tenant_id" = $3::text
              and t2."placed_at" <= $4::timestamptz
              and t2."placed_at" > '-infinity'
          )
        )
        and (p3."id" is null)
      )
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = "2024-06-12 10:00:00.000000+00"

-- Of given guests: {"match":"none","rules":[{"match":"all","rules":[{"related":"orders","measure":"count","operator":"greater_than","value":0},{"field":"company","operator":"is_empty"}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p3 on p3."id" = t1."company_id"
  and p3."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and t1."id" = any ($3::text[])
  and (
    not (
      (
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
        and (p3."id" is null)
      )
    )
  );
-- $1, $2, $4 = "shop"
-- $3 = ["Anna","Ben"]
-- $5 = "2024-06-12 10:00:00.000000+00"

-- Over everyone: {"match":"none","rules":[{"match":"any","rules":[{"field":"company","operator":"is_empty"},{"field":"friend","operator":"is_empty"}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."guest" p3 on p3."id" = t1."friend_id"
  and p3."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and (
    not (
      (
        (p2."id" is null)
        or (p3."id" is null)
      )
    )
  );
-- $1, $2, $3 = "shop"

-- Of given guests: {"match":"none","rules":[{"match":"any","rules":[{"field":"company","operator":"is_empty"},{"field":"friend","operator":"is_empty"}]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."guest" p3 on p3."id" = t1."friend_id"
  and p3."tenant_id" = $2::text
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    not (
      (
        (p2."id" is null)
        or (p3."id" is null)
      )
    )
  );
-- $1, $2, $3 = "shop"
-- $4 = ["Anna","Ben"]

-- Over everyone: {"match":"none","rules":[{"related":"orders","measure":"sum","of":"total","operator":"between","value":[-1,1]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    not (
      (
        coalesce(a2.m0, 0) >= $4::bigint
        and coalesce(a2.m0, 0) <= $5::bigint
      )
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "-1"
-- $5 = "1"

-- Of given guests: {"match":"none","rules":[{"related":"orders","measure":"sum","of":"total","operator":"between","value":[-1,1]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    not (
      (
        coalesce(a2.m0, 0) >= $5::bigint
        and coalesce(a2.m0, 0) <= $6::bigint
      )
    )
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "-1"
-- $6 = "1"

-- Over everyone: {"match":"none","rules":[{"related":"orders","measure":"sum","of":"total","operator":"between","value":[1,2]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (
    (
      (
        a2.m0 >= $4::bigint
        and coalesce(a2.m0, 0) <= $5::bigint
      )
    ) is not true
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = "1"
-- $5 = "2"

-- Of given guests: {"match":"none","rules":[{"related":"orders","measure":"sum","of":"total","operator":"between","value":[1,2]}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      sum(t3."total") as m0
    from
      "conformance"."order" t3
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t3."placed_at" <= $2::timestamptz
      and t3."placed_at" > '-infinity'
      and case
        when t3."total" > '-1e1000'::numeric
        and t3."total" < '1e1000'::numeric then t3."total"
      end is not null
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (
    (
      (
        a2.m0 >= $5::bigint
        and coalesce(a2.m0, 0) <= $6::bigint
      )
    ) is not true
  );
-- $1, $3 = "shop"
-- $2 = "2024-06-12 10:00:00.000000+00"
-- $4 = ["Anna","Ben"]
-- $5 = "1"
-- $6 = "2"

-- Over everyone: {"field":"city","operator":"not_equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and ((lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu")) is not true);
-- $1 = "shop"
-- $2 = "Berlin"

-- Of given guests: {"field":"city","operator":"not_equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and t1."id" = any ($2::text[])
  and ((lower(t1."city" collate "und-x-icu") = lower($3::text collate "und-x-icu")) is not true);
-- $1 = "shop"
-- $2 = ["Anna","Ben"]
-- $3 = "Berlin"
