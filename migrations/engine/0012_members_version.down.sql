ALTER TABLE segmentation.segments DROP members_version;
