-- Where a hub wants to hear of events. Secrets are encrypted; the one before works until its end, so
-- that receivers change over without a gap.
CREATE TABLE endpoints (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  -- JSON list of event types; null: all of them.
  events TEXT,
  secret TEXT NOT NULL,
  previous_secret TEXT,
  previous_until TEXT,
  status TEXT NOT NULL DEFAULT 'enabled' CHECK (status IN ('enabled', 'disabled')),
  -- Attempts in a row that failed.
  failures INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX endpoints_by_hub ON endpoints (hub_id, id);

-- One event for one endpoint. `next_at` is when it is due; while an attempt runs, when that attempt
-- counts as cut off.
CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL,
  endpoint_id TEXT NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE,
  event_number INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT,
  last_status INTEGER,
  last_error TEXT,
  updated_at TEXT NOT NULL,
  UNIQUE (endpoint_id, event_number)
) STRICT;
CREATE INDEX deliveries_due ON deliveries (next_at) WHERE state = 'pending';
CREATE INDEX deliveries_by_event ON deliveries (event_number);
