DROP TABLE segmentation.column_maps;
DROP TABLE segmentation.audit;
