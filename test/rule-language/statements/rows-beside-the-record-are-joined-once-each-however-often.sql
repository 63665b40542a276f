-- rows beside the record are joined once each, however often they are read

-- Over everyone: {"match":"all","rules":[{"field":"kept.rating","operator":"greater_than","value":1},{"field":"kept.rating","operator":"not_equals","value":5},{"field":"kept.renewal","operator":"after","value":"2024-06-12"},{"related":"orders","measure":"count","where":{"match":"all","rules":[{"field":"kept.score","operator":"greater_than","value":{"field":"kept.rating","from":"subject"}}]},"operator":"greater_than","value":1}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."value" p2 on p2."field_id" = $1::uuid
  and p2."subject_id" = t1."id"
  and p2."tenant_id" = $2::text
  left join "conformance"."value" p3 on p3."field_id" = $3::uuid
  and p3."subject_id" = t1."id"
  and p3."tenant_id" = $4::text
  left join (
    select
      t5."guest_id" as k0,
      count(*) as m0
    from
      "conformance"."order" t5
      left join "conformance"."order_value" p6 on p6."field_id" = $5::uuid
      and p6."subject_id" = t5."id"
      and p6."tenant_id" = $6::text
      left join "conformance"."value" p7 on p7."field_id" = $7::uuid
      and p7."subject_id" = t5."guest_id"
      and p7."tenant_id" = $8::text
    where
      t5."tenant_id" = $9::text
      and t5."placed_at" <= $10::timestamptz
      and t5."placed_at" > '-infinity'
      and (
        case
          when p6."value_number" > '-1e1000'::numeric
          and p6."value_number" < '1e1000'::numeric then p6."value_number"
        end > case
          when p7."value_number" > '-1e1000'::numeric
          and p7."value_number" < '1e1000'::numeric then p7."value_number"
        end
      )
    group by
      t5."guest_id"
  ) a4 on a4.k0 = t1."id"
where
  t1."tenant_id" = $11::text
  and (
    (
      p2."value_number" > $12::bigint
      and p2."value_number" < '1e1000'::numeric
    )
    and ((p2."value_number" = $13::bigint) is not true)
    and (
      p3."value_date" >= $14::date
      and p3."value_date" < 'infinity'
    )
    and (a4.m0 > $15::bigint)
  );
-- $1, $7 = "c0000000-0000-4000-a000-000000000001"
-- $2, $4, $6, $8, $9, $11 = "shop"
-- $3 = "c0000000-0000-4000-a000-000000000005"
-- $5 = "c0000000-0000-4000-a000-000000000008"
-- $10 = "2024-06-12 10:00:00.000000+00"
-- $12, $15 = "1"
-- $13 = "5"
-- $14 = "2024-06-13"
