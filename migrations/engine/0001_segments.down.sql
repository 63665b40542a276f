DROP TABLE segmentation.runs;
DROP TABLE segmentation.segment_dependencies;
DROP TABLE segmentation.segment_versions;
DROP TABLE segmentation.segments;
