-- What a tenant keeps of its records beyond their own columns. Values are in a table for each kind of record.
CREATE TABLE segmentation.custom_fields (
  id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  -- The kind of record it belongs to; in rules it is custom.<key>.
  subject text NOT NULL,
  key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 200),
  type text NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'selection', 'multi_selection')),
  -- Of selections, in the order they are shown in: value, label, archived.
  options jsonb NOT NULL,
  required boolean NOT NULL,
  default_value jsonb,
  archived_at timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  UNIQUE (tenant_id, subject, key),
  -- Values refer to a field together with whose it is.
  UNIQUE (tenant_id, id)
);

-- Becomes another with every change of a tenant's fields: whoever keeps them in memory sees that they are old.
CREATE TABLE segmentation.custom_field_revisions (
  tenant_id text PRIMARY KEY,
  revision uuid NOT NULL
);

ALTER TABLE segmentation.custom_fields ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.custom_fields USING (tenant_id = current_setting('segmentation.tenant', true));
ALTER TABLE segmentation.custom_field_revisions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.custom_field_revisions USING (tenant_id = current_setting('segmentation.tenant', true));
