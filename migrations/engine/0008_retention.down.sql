DROP POLICY too_old ON segmentation.idempotency_keys;
