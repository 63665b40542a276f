DELETE FROM segmentation.runs WHERE kind <> 'full';
ALTER TABLE segmentation.runs DROP CONSTRAINT runs_kind_check;
ALTER TABLE segmentation.runs ADD CONSTRAINT runs_kind_check CHECK (kind = 'full');
DROP TABLE segmentation.due;
