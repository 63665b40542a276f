ALTER TABLE segmentation.column_maps DROP reachable_by;
