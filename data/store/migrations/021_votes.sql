-- The votes that everybody sees, so that they are there when a meeting that was cut off goes on: how was asked, how many voted, and how
-- often each answer was given, with the idea that it stands for.
ALTER TABLE meeting ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN voters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN votes TEXT NOT NULL DEFAULT '';
