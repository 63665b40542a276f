-- a path is joined once, however often it is followed

-- Over everyone: {"match":"all","rules":[{"field":"company.city","operator":"equals","value":"Berlin"},{"field":"company.staff","operator":"greater_than","value":5},{"field":"company","operator":"is_not_empty"},{"field":"friend.company.city","operator":"equals","value":"Rome"}]}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."company" p2 on p2."id" = t1."company_id"
  and p2."tenant_id" = $1::text
  left join "conformance"."guest" p3 on p3."id" = t1."friend_id"
  and p3."tenant_id" = $2::text
  left join "conformance"."company" p4 on p4."id" = p3."company_id"
  and p4."tenant_id" = $3::text
where
  t1."tenant_id" = $4::text
  and (
    (lower(p2."city" collate "und-x-icu") = lower($5::text collate "und-x-icu"))
    and (p2."staff" > $6::bigint)
    and (not (p2."id" is null))
    and (lower(p4."city" collate "und-x-icu") = lower($7::text collate "und-x-icu"))
  );
-- $1, $2, $3, $4 = "shop"
-- $5 = "Berlin"
-- $6 = "5"
-- $7 = "Rome"
