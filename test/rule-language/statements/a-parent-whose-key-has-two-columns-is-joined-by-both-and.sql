-- a parent whose key has two columns is joined by both, and counts once where it is reached by one of them

-- Over everyone: {"related":"clauses","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "a ""contract""" t3
      join "hostile"."clause" t4 on t4."guest_id" = t3."guest_id"
      and t4."number" = t3."number"
    where
      t3."tenant_id" = $1::text
      and t4."tenant_id" = $2::text
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 = $4::bigint);
-- $1, $2, $3 = "shop"
-- $4 = "2"

-- Of given guests: {"related":"clauses","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      "a ""contract""" t3
      join "hostile"."clause" t4 on t4."guest_id" = t3."guest_id"
      and t4."number" = t3."number"
    where
      t3."guest_id" = t1."id"
      and t3."tenant_id" = $1::text
      and t4."tenant_id" = $2::text
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 = $5::bigint);
-- $1, $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "2"

-- Over everyone: {"related":"annexes","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      w4.k0 as k0,
      count(*) as m0
    from
      (
        select distinct
          t3."guest_id" as k0,
          t3."number" as j0
        from
          "a ""contract""" t3
        where
          t3."tenant_id" = $1::text
      ) w4
      join "hostile"."clause" t5 on t5."number" = w4.j0
    where
      t5."tenant_id" = $2::text
    group by
      w4.k0
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $3::text
  and (a2.m0 = $4::bigint);
-- $1, $2, $3 = "shop"
-- $4 = "2"

-- Of given guests: {"related":"annexes","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join lateral (
    select
      count(*) as m0
    from
      (
        select distinct
          t3."guest_id" as k0,
          t3."number" as j0
        from
          "a ""contract""" t3
        where
          t3."guest_id" = t1."id"
          and t3."tenant_id" = $1::text
      ) w4
      join "hostile"."clause" t5 on t5."number" = w4.j0
    where
      t5."tenant_id" = $2::text
  ) a2 on true
where
  t1."tenant_id" = $3::text
  and t1."id" = any ($4::text[])
  and (a2.m0 = $5::bigint);
-- $1, $2, $3 = "shop"
-- $4 = ["Anna","Ben"]
-- $5 = "2"
