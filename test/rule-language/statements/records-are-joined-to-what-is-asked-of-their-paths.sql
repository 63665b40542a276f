-- records are joined to what is asked of their paths

-- Over everyone: {"related":"own_lines","measure":"count","where":{"match":"all","rules":[{"field":"dish.kind","operator":"equals","value":"wine"},{"field":"dish","operator":"is_not_empty"}]},"operator":"equals","value":2}
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
      left join "conformance"."dish" p5 on p5."id" = t3."dish_id"
    where
      t3."tenant_id" = $2::text
      and p4."placed_at" <= $3::timestamptz
      and p4."placed_at" > '-infinity'
      and (p5."kind" = $4::text)
      and (not (p5."id" is null))
    group by
      t3."guest_id"
  ) a2 on a2.k0 = t1."id"
where
  t1."tenant_id" = $5::text
  and (a2.m0 = $6::bigint);
-- $1, $2, $5 = "shop"
-- $3 = "2024-06-12 10:00:00.000000+00"
-- $4 = "wine"
-- $6 = "2"
