-- What the copies of a community know it by: made with the file, the same in each copy, and never changed.
-- It is no deed of the leader, so it is not journalled. An older file gets one that its older copies would
-- get too: what was written when it was founded, else its first day and the moment of its first act.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  community TEXT NOT NULL CHECK (length(community) BETWEEN 1 AND 100)
) STRICT;
INSERT INTO identity (id, community) SELECT 1, coalesce(
  (SELECT substr(choice, 1, 100) FROM setting WHERE name = 'identity' AND choice <> ''),
  (SELECT c.started_on || ' ' || a.at FROM community c, (SELECT at FROM act ORDER BY id LIMIT 1) a),
  lower(hex(randomblob(16))));

-- Calendars know such a file by its first day; they go on doing so when that day is put right later.
INSERT INTO setting (name, choice) SELECT 'identity', started_on FROM community
  WHERE started_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM setting WHERE name = 'identity' AND choice <> '')
  ON CONFLICT (name) DO UPDATE SET choice = excluded.choice;
