-- A measure that the program counts names which of its figures.
ALTER TABLE measure ADD COLUMN counts TEXT NOT NULL DEFAULT '';
