-- What is remembered of lists from elsewhere: whom a name on them means, and what stands in the columns of tables met before.
CREATE TABLE known_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE
) STRICT;

CREATE TABLE known_columns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  headings TEXT NOT NULL UNIQUE,
  holds TEXT NOT NULL DEFAULT '',
  keys TEXT NOT NULL DEFAULT ''
) STRICT;
