-- Another whenever a segment's members become others: what is kept of them in memory is good for as long as it is the same.
ALTER TABLE segmentation.segments ADD members_version bigint NOT NULL DEFAULT 0;
