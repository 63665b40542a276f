-- a circle that just touches a pole or the antimeridian, to the last bit of the number, has a box

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":-89.99099780315912,"longitude":0,"kilometres":1}}
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
-- $3, $7 = "-89.98199560631824"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "-89.99099780315912"
-- $13 = "0"
-- $14 = "1"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":89.99099780315912,"longitude":0,"kilometres":1}}
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
-- $2, $6 = "89.98199560631824"
-- $3, $7 = "90"
-- $4, $8 = "-180"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "89.99099780315912"
-- $13 = "0"
-- $14 = "1"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":89.83811334132594,"longitude":0,"kilometres":18}}
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
-- $2, $6 = "89.67622668265189"
-- $3, $7 = "89.99999999999999"
-- $4, $8 = "-90"
-- $5, $9 = "90"
-- $10 = 6371.0088
-- $11, $12 = "89.83811334132594"
-- $13 = "0"
-- $14 = "18"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":-179.9909978031591,"kilometres":1}}
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
-- $2, $6 = "-0.009002196840882624"
-- $3, $7 = "0.009002196840882624"
-- $4, $8 = "-180"
-- $5, $9 = "-179.9819956063182"
-- $10 = 6371.0088
-- $11, $12 = "0"
-- $13 = "-179.9909978031591"
-- $14 = "1"

-- Over everyone: {"field":"home","operator":"within_radius","value":{"latitude":0,"longitude":179.9909978031591,"kilometres":1}}
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
-- $2, $6 = "-0.009002196840882624"
-- $3, $7 = "0.009002196840882624"
-- $4, $8 = "179.9819956063182"
-- $5, $9 = "180"
-- $10 = 6371.0088
-- $11, $12 = "0"
-- $13 = "179.9909978031591"
-- $14 = "1"
