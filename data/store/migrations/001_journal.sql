-- The journal: what each act changed, so that it can be undone, redone and told.
-- These tables have no triggers themselves.

-- An act is one deed of the leader, or the undoing or redoing of one.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  key TEXT NOT NULL DEFAULT '',
  many TEXT NOT NULL DEFAULT '',
  n INTEGER NOT NULL DEFAULT 0,
  args TEXT NOT NULL DEFAULT '[]',
  of_id INTEGER REFERENCES act(id) ON DELETE CASCADE,
  undone_by INTEGER REFERENCES act(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX act_by_of_id ON act(of_id);
CREATE INDEX act_by_undone_by ON act(undone_by);

-- A change is one row gained, lost or altered; before and after are JSON objects
-- by column, of an altered row only the columns that differ.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  act_id INTEGER NOT NULL REFERENCES act(id) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_by_act_id ON change(act_id);
CREATE INDEX change_by_row ON change(tbl, row_id);

-- The act that is being written, NULL between acts; acts up to undo_floor are final.
CREATE TABLE open_act (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  act_id INTEGER REFERENCES act(id),
  undo_floor INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO open_act (id) VALUES (1);
