-- A hub is a tenant. Its sequence counts its writes: whoever holds a copy of the hub's profiles
-- catches up from the sequence it has seen.
CREATE TABLE hubs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sequence INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

-- Keys are stored as a SHA-256 hash. They are random, so that a slow hash would protect nothing.
CREATE TABLE keys (
  hash TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('secret')),
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX keys_by_hub ON keys (hub_id);
