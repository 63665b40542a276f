DROP TABLE segmentation.tenant_clocks;
