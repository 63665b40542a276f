-- Which template a segment was made of, and with which parameters.
ALTER TABLE segmentation.segments
  ADD template text,
  ADD template_parameters jsonb,
  ADD CONSTRAINT segments_template_check CHECK ((template IS NULL) = (template_parameters IS NULL));
CREATE INDEX segments_by_template ON segmentation.segments (tenant_id, template) WHERE template IS NOT NULL;
