-- By what the calendar from which an event came in knows it, as a mark from which nothing can be read, and when it said it takes place.
ALTER TABLE event ADD COLUMN calendar_mark TEXT NOT NULL DEFAULT '';
