DROP TABLE segmentation.suppressions;
