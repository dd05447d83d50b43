-- The consent of a profile's owner to the exchange, as a record. At most one of a profile is active;
-- without one there is no card. Hubs null: every hub with which there is an agreement.
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose = 'exchange'),
  hubs TEXT,
  release_text INTEGER NOT NULL,
  text_version TEXT NOT NULL,
  text_language TEXT NOT NULL,
  given_by TEXT NOT NULL,
  method TEXT NOT NULL,
  given_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  withdrawn_at TEXT,
  FOREIGN KEY (hub_id, kind, profile_id) REFERENCES profiles (hub_id, kind, id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX consents_active ON consents (hub_id, kind, profile_id, purpose) WHERE withdrawn_at IS NULL;
CREATE INDEX consents_by_profile ON consents (hub_id, kind, profile_id, recorded_at, id);

-- By what a profile is known to other hubs: random, so that it says nothing of the profile.
CREATE TABLE exchange_ids (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  UNIQUE (hub_id, kind, profile_id),
  FOREIGN KEY (hub_id, kind, profile_id) REFERENCES profiles (hub_id, kind, id) ON DELETE CASCADE
) STRICT;

-- Agreements of two hubs. The partner need not exist: to who asks, a hub that does not is one that
-- has not answered. What it accepted ends with it, lest another hub of its id inherit the agreement.
CREATE TABLE agreements (
  id TEXT PRIMARY KEY,
  proposer TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  partner TEXT NOT NULL CHECK (partner <> proposer),
  countries TEXT,
  kinds TEXT,
  proposed_at TEXT NOT NULL,
  accepted_at TEXT,
  accepted_by TEXT REFERENCES hubs (id) ON DELETE CASCADE,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX agreements_proposed ON agreements (proposer, partner) WHERE accepted_at IS NULL AND ended_at IS NULL;
CREATE INDEX agreements_by_proposer ON agreements (proposer, id);
CREATE INDEX agreements_by_partner ON agreements (partner, id);

-- The corridors that a hub takes cards from: those that lead from a country to its own.
CREATE TABLE corridor_subscriptions (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  country TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, country)
) STRICT;
