-- How somebody wants to be spoken of.
ALTER TABLE member ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';
