-- Documents made and settings changed are acts of a kind of their own, which undo and redo pass over.
CREATE TABLE act_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'note', 'undo', 'redo')),
  key TEXT NOT NULL DEFAULT '',
  many TEXT NOT NULL DEFAULT '',
  n INTEGER NOT NULL DEFAULT 0,
  args TEXT NOT NULL DEFAULT '[]',
  of_id INTEGER REFERENCES act(id) ON DELETE CASCADE,
  undone_by INTEGER REFERENCES act(id) ON DELETE SET NULL
) STRICT;
INSERT INTO act_new SELECT id, at,
  CASE WHEN kind = 'do' AND key IN ('make a document', 'change a setting', 'bring the usual settings back') THEN 'note' ELSE kind END,
  key, many, n, args, of_id, undone_by FROM act;
DELETE FROM sqlite_sequence WHERE name = 'act_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'act_new', seq FROM sqlite_sequence WHERE name = 'act';
DROP TABLE act;
ALTER TABLE act_new RENAME TO act;
CREATE INDEX act_by_of_id ON act(of_id);
CREATE INDEX act_by_undone_by ON act(undone_by);
