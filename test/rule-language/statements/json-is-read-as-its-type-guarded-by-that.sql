-- json is read as its type, guarded by that

-- Over everyone: {"field":"custom.rating","operator":"greater_than","value":3}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'rating')) = 'number'
      or (
        jsonb_typeof((t1."custom" -> 'rating')) = 'string'
        and ((t1."custom" -> 'rating') #>> '{}') ~ '^-?[0-9]+([.][0-9]+)?$'
        and length(((t1."custom" -> 'rating') #>> '{}')) <= 1000
      ) then ((t1."custom" -> 'rating') #>> '{}')::numeric
    end > $2::bigint
    and case
      when jsonb_typeof((t1."custom" -> 'rating')) = 'number'
      or (
        jsonb_typeof((t1."custom" -> 'rating')) = 'string'
        and ((t1."custom" -> 'rating') #>> '{}') ~ '^-?[0-9]+([.][0-9]+)?$'
        and length(((t1."custom" -> 'rating') #>> '{}')) <= 1000
      ) then ((t1."custom" -> 'rating') #>> '{}')::numeric
    end < '1e1000'::numeric
  );
-- $1 = "shop"
-- $2 = "3"

-- Over everyone: {"field":"custom.vip","operator":"equals","value":true}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'vip')) = 'boolean'
      or (
        jsonb_typeof((t1."custom" -> 'vip')) = 'string'
        and ((t1."custom" -> 'vip') #>> '{}') in ('true', 'false')
      ) then ((t1."custom" -> 'vip') #>> '{}')::boolean
    end = $2::boolean
  );
-- $1 = "shop"
-- $2 = true

-- Over everyone: {"field":"custom.diet","operator":"has_any","value":["vegan"]}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'diet')) = 'array' then case
        when not jsonb_path_exists((t1."custom" -> 'diet'), 'strict $[*] ? (@.type() != "string")') then array(
          select
            jsonb_array_elements_text((t1."custom" -> 'diet'))
        )
      end
    end @> $2::text[]
  );
-- $1 = "shop"
-- $2 = ["vegan"]

-- Over everyone: {"field":"custom.renewal","operator":"before","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'renewal')) = 'string'
      and case
        when ((t1."custom" -> 'renewal') #>> '{}') ~ '^([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then substr(((t1."custom" -> 'renewal') #>> '{}'), 9, 2)::integer <= extract(
          day
          from
            make_date(
              substr(((t1."custom" -> 'renewal') #>> '{}'), 1, 4)::integer,
              substr(((t1."custom" -> 'renewal') #>> '{}'), 6, 2)::integer,
              1
            ) + interval '1 month - 1 day'
        )
        else false
      end then ((t1."custom" -> 'renewal') #>> '{}')::date
    end > '-infinity'
    and case
      when jsonb_typeof((t1."custom" -> 'renewal')) = 'string'
      and case
        when ((t1."custom" -> 'renewal') #>> '{}') ~ '^([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then substr(((t1."custom" -> 'renewal') #>> '{}'), 9, 2)::integer <= extract(
          day
          from
            make_date(
              substr(((t1."custom" -> 'renewal') #>> '{}'), 1, 4)::integer,
              substr(((t1."custom" -> 'renewal') #>> '{}'), 6, 2)::integer,
              1
            ) + interval '1 month - 1 day'
        )
        else false
      end then ((t1."custom" -> 'renewal') #>> '{}')::date
    end < $2::date
  );
-- $1 = "shop"
-- $2 = "2024-06-12"

-- Over everyone: {"field":"custom.called","operator":"after","value":"2024-06-12"}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'called')) = 'string'
      and case
        when ((t1."custom" -> 'called') #>> '{}') ~ '^([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$' then substr(((t1."custom" -> 'called') #>> '{}'), 9, 2)::integer <= extract(
          day
          from
            make_date(
              substr(((t1."custom" -> 'called') #>> '{}'), 1, 4)::integer,
              substr(((t1."custom" -> 'called') #>> '{}'), 6, 2)::integer,
              1
            ) + interval '1 month - 1 day'
        )
        else false
      end then ((t1."custom" -> 'called') #>> '{}')::timestamptz
    end >= $2::timestamptz
    and case
      when jsonb_typeof((t1."custom" -> 'called')) = 'string'
      and case
        when ((t1."custom" -> 'called') #>> '{}') ~ '^([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$' then substr(((t1."custom" -> 'called') #>> '{}'), 9, 2)::integer <= extract(
          day
          from
            make_date(
              substr(((t1."custom" -> 'called') #>> '{}'), 1, 4)::integer,
              substr(((t1."custom" -> 'called') #>> '{}'), 6, 2)::integer,
              1
            ) + interval '1 month - 1 day'
        )
        else false
      end then ((t1."custom" -> 'called') #>> '{}')::timestamptz
    end < 'infinity'
  );
-- $1 = "shop"
-- $2 = "2024-06-12 22:00:00.000000+00"

-- Over everyone: {"field":"custom.floor","operator":"equals","value":2}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    case
      when jsonb_typeof((t1."custom" -> 'address' -> 'floor no')) = 'number'
      or (
        jsonb_typeof((t1."custom" -> 'address' -> 'floor no')) = 'string'
        and ((t1."custom" -> 'address' -> 'floor no') #>> '{}') ~ '^-?[0-9]+([.][0-9]+)?$'
        and length(((t1."custom" -> 'address' -> 'floor no') #>> '{}')) <= 1000
      ) then ((t1."custom" -> 'address' -> 'floor no') #>> '{}')::numeric
    end = $2::bigint
  );
-- $1 = "shop"
-- $2 = "2"
