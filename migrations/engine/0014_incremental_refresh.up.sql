-- Segments that want a full run, each once. Whoever carries it out holds a lease (`holder`, `fence`, `lease_until`), and
-- takes the row away where `requested` is what it was. `held`: what waits for somebody to confirm it.
-- A key to the segments would make whoever marks wait for whoever edits: a row may be left of one that is gone.
CREATE TABLE segmentation.due (
  segment_id uuid PRIMARY KEY,
  tenant_id text NOT NULL,
  reason text NOT NULL,
  requested integer NOT NULL DEFAULT 1,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  holder uuid,
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  held jsonb
);
ALTER TABLE segmentation.due ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON segmentation.due USING (tenant_id = current_setting('segmentation.tenant', true));

-- What a batch of changed subjects came to, for each segment whose members it changed.
ALTER TABLE segmentation.runs DROP CONSTRAINT runs_kind_check;
ALTER TABLE segmentation.runs ADD CONSTRAINT runs_kind_check CHECK (kind IN ('full', 'incremental'));
