DROP TABLE segmentation.idempotency_keys;
