-- A community may rest until a day; from then on it is back.
ALTER TABLE community ADD COLUMN paused_until TEXT;
