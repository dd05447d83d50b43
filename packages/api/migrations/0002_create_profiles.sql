-- The profile as validated, in JSON. The sequence is the hub's at the last write of this
-- row: one write, one number.
CREATE TABLE profiles (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  sequence INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, kind, id)
) STRICT;
CREATE UNIQUE INDEX profiles_by_sequence ON profiles (hub_id, sequence);

-- The vectors of a profile's text, of one model each: those of its windows and those of its
-- sentences, in base64 of int8. Text, because D1 returns a BLOB as an array of numbers.
CREATE TABLE vectors (
  hub_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  model TEXT NOT NULL,
  windows TEXT NOT NULL,
  sentences TEXT NOT NULL,
  PRIMARY KEY (hub_id, kind, id, model),
  FOREIGN KEY (hub_id, kind, id) REFERENCES profiles (hub_id, kind, id) ON DELETE CASCADE
) STRICT;

-- What was deleted, so that copies drop it too. A profile that is written again leaves this table.
CREATE TABLE deletions (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (hub_id, kind, id)
) STRICT;
CREATE INDEX deletions_by_sequence ON deletions (hub_id, sequence);
