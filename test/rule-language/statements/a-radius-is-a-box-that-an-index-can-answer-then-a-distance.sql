-- a radius is a box that an index can answer, then a distance

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":52.5,"longitude":13.4,"kilometres":10}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "52.41005897042391"
-- $3, $7 = "52.58994102957609"
-- $4, $8 = "13.252255599605542"
-- $5, $9 = "13.547744400394459"
-- $10 = 6371.0088
-- $11, $12 = "52.5"
-- $13 = "13.4"
-- $14 = "10"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":0,"kilometres":"0.001"}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $4, $6, $8 = "-0.00001798640727449076"
-- $3, $5, $7, $9 = "0.00001798640727449076"
-- $10 = 6371.0088
-- $11, $12, $13 = "0"
-- $14 = "0.001"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":89,"longitude":0,"kilometres":100}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "88.10067064307182"
-- $3, $7 = "89.89932935692818"
-- $4, $8 = "-64.07119771455737"
-- $5, $9 = "64.07119771455737"
-- $10 = 6371.0088
-- $11, $12 = "89"
-- $13 = "0"
-- $14 = "100"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":89,"longitude":0,"kilometres":112}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "87.99275219942488"
-- $3, $7 = "90"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "89"
-- $13 = "0"
-- $14 = "112"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":-89,"longitude":0,"kilometres":112}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "-90"
-- $3, $7 = "-87.99275219942488"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "-89"
-- $13 = "0"
-- $14 = "112"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":60,"longitude":0,"kilometres":3335}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "30.007656876583017"
-- $3, $7 = "89.99234312341699"
-- $4, $8 = "-88.76718132300766"
-- $5, $9 = "88.76718132300766"
-- $10 = 6371.0088
-- $11, $12 = "60"
-- $13 = "0"
-- $14 = "3335"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":60,"longitude":0,"kilometres":3336}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "29.998663672945767"
-- $3, $7 = "90"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "60"
-- $13 = "0"
-- $14 = "3336"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":179.5,"kilometres":100}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (
      t1."home_longitude" between $4::numeric and $5::numeric
      or t1."home_longitude" between $6::numeric and $7::numeric
    )
    and case
      when t1."home_latitude" between $8::numeric and $9::numeric
      and (
        t1."home_longitude" between $10::numeric and $11::numeric
        or t1."home_longitude" between $12::numeric and $13::numeric
      ) then round(
        2000 * $14::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $15::float8) / 2), 2) + cos(radians($16::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $17::float8) / 2), 2)
            )
          )
        )
      ) <= ($18::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $8 = "-0.8993293569281754"
-- $3, $9 = "0.8993293569281754"
-- $4, $10 = "178.60067064307182"
-- $5, $11 = "180"
-- $6, $12 = "-180"
-- $7, $13 = "-179.60067064307182"
-- $14 = 6371.0088
-- $15, $16 = "0"
-- $17 = "179.5"
-- $18 = "100"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":-179.5,"kilometres":100}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (
      t1."home_longitude" between $4::numeric and $5::numeric
      or t1."home_longitude" between $6::numeric and $7::numeric
    )
    and case
      when t1."home_latitude" between $8::numeric and $9::numeric
      and (
        t1."home_longitude" between $10::numeric and $11::numeric
        or t1."home_longitude" between $12::numeric and $13::numeric
      ) then round(
        2000 * $14::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $15::float8) / 2), 2) + cos(radians($16::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $17::float8) / 2), 2)
            )
          )
        )
      ) <= ($18::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $8 = "-0.8993293569281754"
-- $3, $9 = "0.8993293569281754"
-- $4, $10 = "179.60067064307182"
-- $5, $11 = "180"
-- $6, $12 = "-180"
-- $7, $13 = "-178.60067064307182"
-- $14 = 6371.0088
-- $15, $16 = "0"
-- $17 = "-179.5"
-- $18 = "100"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":45,"longitude":180,"kilometres":10}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (
      t1."home_longitude" between $4::numeric and $5::numeric
      or t1."home_longitude" between $6::numeric and $7::numeric
    )
    and case
      when t1."home_latitude" between $8::numeric and $9::numeric
      and (
        t1."home_longitude" between $10::numeric and $11::numeric
        or t1."home_longitude" between $12::numeric and $13::numeric
      ) then round(
        2000 * $14::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $15::float8) / 2), 2) + cos(radians($16::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $17::float8) / 2), 2)
            )
          )
        )
      ) <= ($18::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $8 = "44.91005897042391"
-- $3, $9 = "45.08994102957609"
-- $4, $10 = "179.87280412392093"
-- $5, $11, $17 = "180"
-- $6, $12 = "-180"
-- $7, $13 = "-179.87280412392093"
-- $14 = 6371.0088
-- $15, $16 = "45"
-- $18 = "10"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":0,"kilometres":10007}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "-89.99499779111817"
-- $3, $7 = "89.99499779111817"
-- $4, $8 = "-89.99499779113445"
-- $5, $9 = "89.99499779113445"
-- $10 = 6371.0088
-- $11, $12, $13 = "0"
-- $14 = "10007"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":10,"kilometres":10008}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "-90"
-- $3, $7 = "90"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "0"
-- $13 = "10"
-- $14 = "10008"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":10,"kilometres":100000}}
select
  t1."id" as id
from
  "conformance"."guest" t1
where
  t1."tenant_id" = $1::text
  and (
    t1."home_latitude" between $2::numeric and $3::numeric
    and (t1."home_longitude" between $4::numeric and $5::numeric)
    and case
      when t1."home_latitude" between $6::numeric and $7::numeric
      and (t1."home_longitude" between $8::numeric and $9::numeric) then round(
        2000 * $10::float8 * asin(
          least(
            1,
            sqrt(
              power(sin(radians(t1."home_latitude"::float8 - $11::float8) / 2), 2) + cos(radians($12::float8)) * cos(radians(t1."home_latitude"::float8)) * power(sin(radians(t1."home_longitude"::float8 - $13::float8) / 2), 2)
            )
          )
        )
      ) <= ($14::numeric * 1000)::float8
    end
  );
-- $1 = "shop"
-- $2, $6 = "-90"
-- $3, $7 = "90"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "0"
-- $13 = "10"
-- $14 = "100000"
