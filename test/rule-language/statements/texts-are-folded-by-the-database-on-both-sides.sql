-- texts are folded by the database, on both sides

-- Over everyone: {"field":"city","operator":"equals","value":"Berlin"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."city" collate "und-x-icu") = lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "Berlin"

-- Over everyone: {"field":"city","operator":"in_list","value":["Berlin","Rome"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    lower(t1."city" collate "und-x-icu") = any (array[lower($2::text collate "und-x-icu"), lower($3::text collate "und-x-icu")])
  );
-- $1 = "shop"
-- $2 = "Berlin"
-- $3 = "Rome"

-- Over everyone: {"field":"city","operator":"in_list","value":["A","B","C","D","E","F","G","H","I","J","K","L","M","N","O","P","Q","R","S","T"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    lower(t1."city" collate "und-x-icu") = any (
      array[
        lower($2::text collate "und-x-icu"),
        lower($3::text collate "und-x-icu"),
        lower($4::text collate "und-x-icu"),
        lower($5::text collate "und-x-icu"),
        lower($6::text collate "und-x-icu"),
        lower($7::text collate "und-x-icu"),
        lower($8::text collate "und-x-icu"),
        lower($9::text collate "und-x-icu"),
        lower($10::text collate "und-x-icu"),
        lower($11::text collate "und-x-icu"),
        lower($12::text collate "und-x-icu"),
        lower($13::text collate "und-x-icu"),
        lower($14::text collate "und-x-icu"),
        lower($15::text collate "und-x-icu"),
        lower($16::text collate "und-x-icu"),
        lower($17::text collate "und-x-icu"),
        lower($18::text collate "und-x-icu"),
        lower($19::text collate "und-x-icu"),
        lower($20::text collate "und-x-icu"),
        lower($21::text collate "und-x-icu")
      ]
    )
  );
-- $1 = "shop"
-- $2 = "A"
-- $3 = "B"
-- $4 = "C"
-- $5 = "D"
-- $6 = "E"
-- $7 = "F"
-- $8 = "G"
-- $9 = "H"
-- $10 = "I"
-- $11 = "J"
-- $12 = "K"
-- $13 = "L"
-- $14 = "M"
-- $15 = "N"
-- $16 = "O"
-- $17 = "P"
-- $18 = "Q"
-- $19 = "R"
-- $20 = "S"
-- $21 = "T"

-- Over everyone: {"field":"city","operator":"in_list","value":["A","B","C","D","E","F","G","H","I","J","K","L","M","N","O","P","Q","R","S","T","U"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    lower(t1."city" collate "und-x-icu") = any (
      array(
        select
          lower(v collate "und-x-icu")
        from
          unnest($2::text[]) v
      )
    )
  );
-- $1 = "shop"
-- $2 = ["A","B","C","D","E","F","G","H","I","J","K","L","M","N","O","P","Q","R","S","T","U"]

-- Over everyone: {"field":"code","operator":"in_list","value":["A1","B2"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."code" = any ($2::text[]));
-- $1 = "shop"
-- $2 = ["A1","B2"]

-- Over everyone: {"field":"city","operator":"contains","value":"50%_"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."city" collate "und-x-icu") like lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "%50\\%\\_%"

-- Over everyone: {"field":"city","operator":"starts_with","value":"B"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."city" collate "und-x-icu") like lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "B%"

-- Over everyone: {"field":"city","operator":"ends_with","value":"n"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."city" collate "und-x-icu") like lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "%n"

-- Over everyone: {"field":"code","operator":"equals","value":"A1"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."code" = $2::text);
-- $1 = "shop"
-- $2 = "A1"

-- Over everyone: {"field":"login","operator":"equals","value":"Example.com"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    (
      substring(
        case
          when btrim(
            t1."email",
            E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
          ) <> '' then t1."email"
        end
        from
          '@([^@]*)$'
      )
    ) = $2::text
  );
-- $1 = "shop"
-- $2 = "Example.com"

-- Over everyone: {"field":"email_domain","operator":"equals","value":"Example.com"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    lower(
      (
        substring(
          case
            when btrim(
              t1."email",
              E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
            ) <> '' then t1."email"
          end
          from
            '@([^@]*)$'
        )
      ) collate "und-x-icu"
    ) = lower($2::text collate "und-x-icu")
  );
-- $1 = "shop"
-- $2 = "Example.com"

-- Over everyone: {"field":"friend.email_domain","operator":"equals","value":"Example.com"}
select
  t1."id" as id
from
  "conformance"."guest" t1
  left join "conformance"."guest" p2 on p2."id" = t1."friend_id"
  and p2."tenant_id" = $1::text
where
  t1."tenant_id" = $2::text
  and (
    lower(
      (
        case
          when p2."id" is not null then substring(
            case
              when btrim(
                p2."email",
                E'\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000'
              ) <> '' then p2."email"
            end
            from
              '@([^@]*)$'
          )
        end
      ) collate "und-x-icu"
    ) = lower($3::text collate "und-x-icu")
  );
-- $1, $2 = "shop"
-- $3 = "Example.com"

-- Over everyone: {"field":"vip","operator":"equals","value":false}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."vip" = $2::boolean);
-- $1 = "shop"
-- $2 = false

-- Over everyone: {"field":"vip","operator":"equals","value":{"field":"regular"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (t1."vip" = t1."regular");
-- $1 = "shop"

-- Over everyone: {"field":"badge","operator":"equals","value":"A1"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (lower(t1."badge"::text collate "und-x-icu") = lower($2::text collate "und-x-icu"));
-- $1 = "shop"
-- $2 = "A1"
