-- A community has a colour of its own on what it prints.
ALTER TABLE community ADD COLUMN colour TEXT NOT NULL DEFAULT 'teal';
