-- What is to be done for an event, so many days before or after it.
CREATE TABLE check_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  rank INTEGER NOT NULL DEFAULT 0,
  days INTEGER NOT NULL DEFAULT 0,
  task TEXT NOT NULL DEFAULT '',
  done_on TEXT
) STRICT;

-- What the leader plans from beside the formats.
CREATE TABLE event_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  length_minutes INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  steps TEXT NOT NULL DEFAULT '',
  checks TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX check_line_by_event_id ON check_line(event_id);
