DROP TABLE segmentation.custom_field_revisions;
-- The tables of values go with the fields that they are of.
DROP TABLE segmentation.custom_fields CASCADE;
