-- Whether somebody said yes to be named on the community's page for what to ask about.
ALTER TABLE member ADD COLUMN ask_openly INTEGER NOT NULL DEFAULT 0 CHECK (ask_openly IN (0, 1));
