-- A series of events, as the leader wrote how often; each event stays one of its own and knows its series.
CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL DEFAULT ''
) STRICT;

-- Days on which nothing is planned.
CREATE TABLE pause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL
) STRICT;

ALTER TABLE event ADD COLUMN series_id INTEGER REFERENCES series(id) ON DELETE SET NULL;
-- An event over several days has a last one.
ALTER TABLE event ADD COLUMN last_day TEXT;
CREATE INDEX event_by_series_id ON event(series_id);
