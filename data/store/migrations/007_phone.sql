-- How a person is reached by phone, for who is on the roster.
ALTER TABLE member ADD COLUMN phone TEXT NOT NULL DEFAULT '';
