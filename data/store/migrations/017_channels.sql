-- How those answered of whom figures went out: a way that came later would tell that somebody answered late.
ALTER TABLE outward_counts ADD COLUMN channels TEXT NOT NULL DEFAULT '';
