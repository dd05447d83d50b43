-- Hubs that were erased. An id is not given out twice: copies of the old hub's data that still lie in
-- memory somewhere would be taken for the new one's.
CREATE TABLE erased_hubs (
  id TEXT PRIMARY KEY,
  erased_at TEXT NOT NULL
) STRICT;

-- Searches of visitors, by hub and UTC day. The network '' counts them all; any other is a keyed hash
-- of the visitor's network and the day, so that nobody is found again by it on another day.
CREATE TABLE searches (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  network TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hub_id, day, network)
) STRICT;
CREATE INDEX searches_by_day ON searches (day);
