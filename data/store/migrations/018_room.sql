-- An event under way: where it has come to, its parts as they are by now, and what was written down. Meeting and parts are kept aside,
-- as no deed of the leader, so they hang on no row.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL,
  at INTEGER NOT NULL DEFAULT 0,
  began INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  started INTEGER NOT NULL DEFAULT 0,
  ends INTEGER NOT NULL DEFAULT 0,
  seen INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE meeting_part (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL,
  rank INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  step TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  within INTEGER NOT NULL DEFAULT 0 CHECK (within IN (0, 1)),
  given INTEGER NOT NULL DEFAULT 0,
  planned INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1))
) STRICT;

CREATE TABLE meeting_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  written INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL,
  wording TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  item_id INTEGER REFERENCES item(id) ON DELETE SET NULL,
  with_id INTEGER REFERENCES meeting_line(id) ON DELETE SET NULL,
  step TEXT NOT NULL DEFAULT '',
  votes INTEGER NOT NULL DEFAULT 0
) STRICT;
