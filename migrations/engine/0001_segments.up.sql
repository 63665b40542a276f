-- What a segment is. The rule is kept as json, not jsonb: as it was written, in its order.
CREATE TABLE segmentation.segments (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text,
  category text,
  subject text NOT NULL,
  type text NOT NULL CHECK (type IN ('dynamic')),
  status text NOT NULL CHECK (status IN ('active', 'archived')),
  rules json NOT NULL,
  version integer NOT NULL,
  -- Kept from the differences that refreshes write; null until the first.
  member_count bigint,
  last_calculated_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  UNIQUE (tenant_id, name)
);
CREATE INDEX segments_newest ON segmentation.segments (tenant_id, id DESC);

-- Every rule a segment has had, and whose it was.
CREATE TABLE segmentation.segment_versions (
  segment_id uuid NOT NULL REFERENCES segmentation.segments ON DELETE CASCADE,
  version integer NOT NULL,
  tenant_id text NOT NULL,
  rules json NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (segment_id, version)
);

-- Which segments a segment's rule reads: refreshed before it, and never in a circle.
CREATE TABLE segmentation.segment_dependencies (
  segment_id uuid NOT NULL REFERENCES segmentation.segments ON DELETE CASCADE,
  needs_id uuid NOT NULL REFERENCES segmentation.segments,
  tenant_id text NOT NULL,
  PRIMARY KEY (segment_id, needs_id)
);
CREATE INDEX segment_dependencies_of ON segmentation.segment_dependencies (needs_id);

-- Every refresh, whatever became of it.
CREATE TABLE segmentation.runs (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  segment_id uuid NOT NULL REFERENCES segmentation.segments ON DELETE CASCADE,
  segment_version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('full')),
  status text NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'discarded')),
  as_of timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  started_by text NOT NULL,
  finished_at timestamptz,
  joined_count bigint,
  left_count bigint,
  member_count bigint,
  error_code text,
  error_message text
);
CREATE INDEX runs_newest ON segmentation.runs (segment_id, id DESC);
CREATE INDEX runs_running ON segmentation.runs (id) WHERE status = 'running';
