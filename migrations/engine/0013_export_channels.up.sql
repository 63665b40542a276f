-- Only whom messages may be sent to by this channel: exports by the column map leave the others out.
ALTER TABLE segmentation.column_maps ADD reachable_by text CHECK (reachable_by IN ('email', 'sms'));
