-- Every write and every reveal of a contact: who, what, when, from where. Ids only: no name, no
-- address and no text of a profile stands here, so that an erasure leaves nothing behind.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  hub_id TEXT REFERENCES hubs (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  actor TEXT NOT NULL,
  subject_kind TEXT,
  subject_id TEXT,
  details TEXT,
  request_id TEXT
) STRICT;
CREATE INDEX audit_by_hub ON audit (hub_id, at, id);

-- What happened, for webhooks and feeds, written in the transaction of the change itself: an outbox.
-- The body holds ids only, for the same reason as above.
CREATE TABLE events (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Set once deliveries to every endpoint that wants it are on record.
  dispatched_at TEXT
) STRICT;
CREATE INDEX events_to_dispatch ON events (number) WHERE dispatched_at IS NULL;
CREATE INDEX events_by_hub ON events (hub_id, created_at);

-- Answers to writes that carried an Idempotency-Key, for 24 hours. The owner is the hub and in whose
-- name the request was. No status: the first request is still at work.
CREATE TABLE idempotency (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER,
  headers TEXT,
  body TEXT,
  -- A profile of the hub was erased while the request was at work: its answer may hold it, and is not kept.
  erased INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  PRIMARY KEY (owner, key)
) STRICT;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
