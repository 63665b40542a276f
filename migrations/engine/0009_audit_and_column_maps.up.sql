-- Who did what, when and from where; added to and never changed.
CREATE TABLE segmentation.audit (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  at timestamptz NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  from_address text,
  action text NOT NULL,
  target_type text NOT NULL,
  target_id text NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX audit_newest ON segmentation.audit (tenant_id, id DESC);

-- The columns of exports that are made again and again.
CREATE TABLE segmentation.column_maps (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  subject text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'json', 'ndjson', 'xlsx')),
  -- [{field, header}], in the order of the file.
  columns json NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  CONSTRAINT column_maps_name UNIQUE (tenant_id, name)
);
CREATE INDEX column_maps_newest ON segmentation.column_maps (tenant_id, id DESC);

ALTER TABLE segmentation.audit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.audit USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.column_maps ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.column_maps USING (tenant_id = current_setting('segmentation.tenant', true));
