-- Kinds and life of segments, and versions of their whole definition. What is there already is every tenant's: its owner
-- is let through for as long as this takes.
ALTER TABLE segmentation.segments NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_versions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segments
  ALTER rules DROP NOT NULL,
  ADD tags text[] NOT NULL DEFAULT '{}',
  ADD folder text,
  ADD owner text,
  -- live, manual, daily HH:MM or cron …, in the tenant's zone.
  ADD schedule text NOT NULL DEFAULT 'live',
  -- When the members last became others.
  ADD last_updated_at timestamptz,
  -- Of an archived one: what it is when it is restored.
  ADD status_before text CHECK (status_before IN ('active', 'paused', 'inactive')),
  ADD times_used integer NOT NULL DEFAULT 0,
  ADD last_used_at timestamptz,
  DROP CONSTRAINT segments_type_check,
  DROP CONSTRAINT segments_status_check,
  ADD CONSTRAINT segments_type_check CHECK (type IN ('dynamic', 'static', 'hybrid')),
  ADD CONSTRAINT segments_status_check CHECK (status IN ('active', 'paused', 'inactive', 'archived')),
  ADD CONSTRAINT segments_rules_check CHECK ((rules IS NULL) = (type = 'static'));
UPDATE segmentation.segments SET owner = created_by, last_updated_at = last_calculated_at;
CREATE INDEX segments_by_name ON segmentation.segments (tenant_id, name COLLATE "und-x-icu");

-- The definition beside the rule. Of versions from before, what it was then is not known; it is taken to be what it is.
ALTER TABLE segmentation.segment_versions
  ALTER rules DROP NOT NULL,
  ADD details json;
UPDATE segmentation.segment_versions v
SET details = json_build_object('name', s.name, 'description', s.description, 'category', s.category,
  'tags', s.tags, 'folder', s.folder, 'owner', s.owner, 'type', s.type, 'schedule', s.schedule)
FROM segmentation.segments s WHERE s.id = v.segment_id;
ALTER TABLE segmentation.segment_versions ALTER details SET NOT NULL;

-- The nodes of each segment's rule as it is now, written from its JSON: for questions across segments.
CREATE TABLE segmentation.segment_rules (
  tenant_id text NOT NULL,
  segment_id uuid NOT NULL REFERENCES segmentation.segments ON DELETE CASCADE,
  id text NOT NULL,
  parent_id text,
  -- Where it stands in the rule, and among its siblings.
  path text NOT NULL,
  position integer NOT NULL,
  -- How it is joined with its siblings; null where that is neither of the two.
  logical_operator text CHECK (logical_operator IN ('AND', 'OR')),
  -- The field, or the related records; null for groups and segments.
  field text,
  operator text,
  value json,
  -- Every field it speaks of, as record.field.
  uses text[] NOT NULL,
  PRIMARY KEY (segment_id, id)
);
CREATE INDEX segment_rules_uses ON segmentation.segment_rules USING gin (uses);
ALTER TABLE segmentation.segment_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.segment_rules USING (tenant_id = current_setting('segmentation.tenant', true));

ALTER TABLE segmentation.segments FORCE ROW LEVEL SECURITY;
ALTER TABLE segmentation.segment_versions FORCE ROW LEVEL SECURITY;
