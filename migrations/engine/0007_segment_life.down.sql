-- What the tables before could not hold goes: segments without a rule, and pins' effects stay in the ledger.
ALTER TABLE segmentation.segments NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_versions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_dependencies NO FORCE ROW LEVEL SECURITY;
DROP TABLE segmentation.segment_rules;
DELETE FROM segmentation.segment_versions WHERE rules IS NULL;
ALTER TABLE segmentation.segment_versions DROP details, ALTER rules SET NOT NULL;
DROP INDEX segmentation.segments_by_name;
DELETE FROM segmentation.segment_dependencies d USING segmentation.segments s
WHERE s.type = 'static' AND s.id IN (d.segment_id, d.needs_id);
DELETE FROM segmentation.segments WHERE type = 'static';
UPDATE segmentation.segments SET type = 'dynamic', status = CASE status WHEN 'archived' THEN status ELSE 'active' END;
ALTER TABLE segmentation.segments
  DROP CONSTRAINT segments_rules_check,
  DROP CONSTRAINT segments_type_check,
  DROP CONSTRAINT segments_status_check,
  ADD CONSTRAINT segments_type_check CHECK (type IN ('dynamic')),
  ADD CONSTRAINT segments_status_check CHECK (status IN ('active', 'archived')),
  ALTER rules SET NOT NULL,
  DROP tags, DROP folder, DROP owner, DROP schedule, DROP last_updated_at, DROP status_before, DROP times_used,
  DROP last_used_at;
ALTER TABLE segmentation.segments FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_dependencies FORCE ROW LEVEL SECURITY;
