-- When and where the two sides of an accepted introduction meet. A meeting that was called off keeps its time,
-- so that calendars which have it learn that it does not take place.
ALTER TABLE introductions ADD COLUMN meeting_at TEXT;
ALTER TABLE introductions ADD COLUMN meeting_minutes INTEGER;
ALTER TABLE introductions ADD COLUMN meeting_place TEXT;
ALTER TABLE introductions ADD COLUMN meeting_url TEXT;
ALTER TABLE introductions ADD COLUMN meeting_off INTEGER NOT NULL DEFAULT 0;
-- How often it was set or called off.
ALTER TABLE introductions ADD COLUMN meeting_changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE introductions ADD COLUMN meeting_changed_at TEXT;
