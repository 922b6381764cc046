-- Erased people keep their rows, so that figures stay, under a name of the program's own.
ALTER TABLE member ADD COLUMN erased_on TEXT;

-- A comment goes to sponsors only when the leader ticked it.
ALTER TABLE answer ADD COLUMN for_sponsors INTEGER NOT NULL DEFAULT 0 CHECK (for_sponsors IN (0, 1));
