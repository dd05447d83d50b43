-- Which packed parts of a hub's profiles stand in KV. A part holds the profiles from its first (kind, id) on
-- up to the first of the next; the parts of a hub and format together are the whole hub.
CREATE TABLE snapshots (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  -- Model, format and rates: code of another format reads none of it.
  format TEXT NOT NULL,
  first_kind TEXT NOT NULL,
  first_id TEXT NOT NULL,
  -- Key in KV, of which the value never changes; '' for a part that is still to be written.
  key TEXT NOT NULL,
  -- SHA-256 of the value, in hex.
  digest TEXT NOT NULL,
  -- Every write of the hub up to this number is in it.
  sequence INTEGER NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, format, first_kind, first_id)
) STRICT;
