DROP TABLE segmentation.api_keys;
