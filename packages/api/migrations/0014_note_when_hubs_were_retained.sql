-- When a run of the retention job last took the hub, so that the next one begins with those that waited
-- longest. Null: not yet, or there was more to delete than one run does.
ALTER TABLE hubs ADD COLUMN retained_at TEXT;
