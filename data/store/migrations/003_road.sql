-- The program's own marks of the road stand beside the leader's: those are undone
-- and redone, these are not, so neither may be in the other's way.
CREATE TABLE road_mark_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step INTEGER NOT NULL DEFAULT 0,
  day TEXT NOT NULL,
  ticked INTEGER NOT NULL DEFAULT 0 CHECK (ticked IN (0, 1)),
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1))
) STRICT;
INSERT INTO road_mark_new SELECT id, step, day, ticked, by_hand FROM road_mark;
DELETE FROM sqlite_sequence WHERE name = 'road_mark_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'road_mark_new', seq FROM sqlite_sequence WHERE name = 'road_mark';
DROP TABLE road_mark;
ALTER TABLE road_mark_new RENAME TO road_mark;
