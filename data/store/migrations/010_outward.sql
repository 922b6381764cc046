-- What documents that left told of a round: a card's counts, or how many answered. It hangs on no row, so that taking a round
-- back, which passes over documents, never takes these along.
CREATE TABLE outward_counts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL,
  card TEXT NOT NULL DEFAULT '',
  sent_on TEXT NOT NULL,
  returned INTEGER NOT NULL DEFAULT 0,
  counts TEXT NOT NULL,
  no_opinion INTEGER NOT NULL DEFAULT 0,
  better INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  worse INTEGER NOT NULL DEFAULT 0,
  UNIQUE (round_id, card)
) STRICT;
