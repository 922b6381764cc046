-- Of an hour that comes twice, on a day on which clocks are set back, whether the second one is meant.
ALTER TABLE event ADD COLUMN second_hour INTEGER NOT NULL DEFAULT 0;
