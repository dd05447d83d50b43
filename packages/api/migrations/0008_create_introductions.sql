-- A request to meet. Both hubs read this one row, each its own half of it: `*_id` are true ids and
-- never leave their hub, `*_ref` is the id by which the other side's hub knows the profile (the true
-- id within one hub, the exchange id across hubs).
CREATE TABLE introductions (
  id TEXT PRIMARY KEY,
  from_hub TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  from_ref TEXT NOT NULL,
  to_hub TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  to_ref TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('awaiting_approval', 'requested', 'accepted', 'declined', 'expired', 'withdrawn')),
  -- The asked side has blocked the asking one: only the asking side sees the row, until it expires.
  blocked INTEGER NOT NULL DEFAULT 0,
  message TEXT NOT NULL,
  lang TEXT,
  decline_reason TEXT,
  -- Reminders that were sent, 0 to 2.
  reminders INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  -- When the asked profile came to see it; null while its hub has a say, after a refusal, and when blocked.
  delivered_at TEXT,
  expires_at TEXT NOT NULL,
  -- When it was accepted, declined, expired or withdrawn.
  decided_at TEXT
) STRICT;
CREATE UNIQUE INDEX introductions_open ON introductions (from_hub, from_kind, from_id, to_hub, to_kind, to_id)
  WHERE state IN ('awaiting_approval', 'requested');
CREATE INDEX introductions_sent ON introductions (from_hub, created_at, id);
CREATE INDEX introductions_received ON introductions (to_hub, created_at, id);
CREATE INDEX introductions_by_asker ON introductions (from_hub, from_kind, from_id, created_at, id);
CREATE INDEX introductions_by_asked ON introductions (to_hub, to_kind, to_id, created_at, id);
CREATE INDEX introductions_to_expire ON introductions (expires_at)
  WHERE state IN ('awaiting_approval', 'requested');

-- Whose requests a profile does not want. The blocked side never learns of it.
CREATE TABLE blocks (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  owner_kind TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  blocked_hub TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  blocked_kind TEXT NOT NULL,
  blocked_id TEXT NOT NULL,
  blocked_ref TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (hub_id, owner_kind, owner_id, blocked_hub, blocked_kind, blocked_id)
) STRICT;
CREATE INDEX blocks_by_hub ON blocks (hub_id, id);
CREATE INDEX blocks_by_blocked ON blocks (blocked_hub, blocked_kind, blocked_id);
