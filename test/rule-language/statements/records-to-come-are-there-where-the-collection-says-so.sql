-- records to come are there where the collection says so

-- Over everyone: {"related":"bookings","measure":"count","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join (
    select
      t3."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."booking" t3
    where
      t3."tenant_id" = $1::text
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $2::text
  and (a2.m0 = $3::bigint);
-- $1, $2 = "shop"
-- $3 = "2"
