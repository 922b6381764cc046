-- Periods of which documents that left told how many joined, whether or not a report is noted as sent.
CREATE TABLE outward_period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  UNIQUE (from_day, until_day)
) STRICT;
