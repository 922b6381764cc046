-- The closing of which figures that went out told: they stand under its day when the round is opened again.
ALTER TABLE outward_counts ADD COLUMN closed_on TEXT;
UPDATE outward_counts SET closed_on = (SELECT closed_on FROM round WHERE round.id = outward_counts.round_id AND round.closed_on <= outward_counts.sent_on);
