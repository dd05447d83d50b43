-- Who gets mail about a profile: one row for an address and a profile. Nothing but the question for
-- consent goes out before it is confirmed, and nothing at all after it was ended.
CREATE TABLE subscriptions (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  email TEXT NOT NULL,
  -- The address in the form in which two are compared.
  email_key TEXT NOT NULL,
  name TEXT,
  locale TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  frequency TEXT NOT NULL CHECK (frequency IN ('instantly', 'daily', 'weekly')),
  -- 1 is Monday.
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  min_score REAL NOT NULL CHECK (min_score BETWEEN 0 AND 100),
  max_items INTEGER NOT NULL CHECK (max_items BETWEEN 1 AND 20),
  -- Kinds of notice, each with its own switch.
  digest INTEGER NOT NULL DEFAULT 1,
  introduction INTEGER NOT NULL DEFAULT 1,
  reminder INTEGER NOT NULL DEFAULT 1,
  -- Whether a week with nothing new is told.
  nothing_new INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'confirmed', 'ended')),
  -- When the next digest is due; null while none is.
  next_at TEXT,
  created_at TEXT NOT NULL,
  confirmed_at TEXT,
  ended_at TEXT,
  updated_at TEXT NOT NULL,
  UNIQUE (hub_id, kind, profile_id, email_key)
) STRICT;
CREATE INDEX subscriptions_due ON subscriptions (next_at) WHERE state = 'confirmed' AND next_at IS NOT NULL;
CREATE INDEX subscriptions_at_once ON subscriptions (hub_id)
  WHERE state = 'confirmed' AND frequency = 'instantly' AND digest = 1;
CREATE INDEX subscriptions_by_address ON subscriptions (hub_id, email_key);

-- Addresses of a hub that get no more mail, whatever is imported. Only a hash is kept, which outlives
-- the subscription and the profile.
CREATE TABLE suppressions (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  address_hash TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained', 'staff')),
  created_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, address_hash)
) STRICT;

-- The outbox: one row for a recipient and an occasion, so that nothing goes out twice. `next_at` is when
-- it is due; while an attempt runs, when that attempt counts as cut off. The message is kept as it was
-- first composed until it is settled, so that every attempt sends the same one under the same Message-ID.
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  -- Null for a test that staff send to themselves.
  subscription_id TEXT REFERENCES subscriptions (id) ON DELETE CASCADE,
  notice TEXT NOT NULL CHECK (notice IN ('confirmation', 'digest', 'introduction', 'reminder', 'test')),
  -- What it is about, unique for a subscription and a notice: a day, or an introduction and its state.
  occasion TEXT NOT NULL,
  -- JSON of what it tells: ids and states only.
  data TEXT NOT NULL DEFAULT '{}',
  state TEXT NOT NULL DEFAULT 'due'
    CHECK (state IN ('due', 'sent', 'bounced', 'complained', 'dead', 'uncertain', 'skipped')),
  -- Why it was skipped, is dead or uncertain, or bounced.
  reason TEXT,
  message TEXT,
  -- The domain of the address, by which sending is paced.
  domain TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT,
  -- The id under which the transport took it.
  transport_id TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  updated_at TEXT NOT NULL,
  UNIQUE (subscription_id, notice, occasion)
) STRICT;
CREATE INDEX mails_due ON mails (next_at) WHERE state = 'due';
CREATE INDEX mails_by_hub ON mails (hub_id, created_at, id);
CREATE INDEX mails_by_transport_id ON mails (transport_id) WHERE transport_id IS NOT NULL;

-- What a subscriber was shown, at which score and in which mail, so that only what is new or clearly
-- better is shown again; and what the subscriber answered from the mail.
CREATE TABLE mailed_matches (
  subscription_id TEXT NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- As the hub of the subscription knows the profile.
  id TEXT NOT NULL,
  score REAL NOT NULL,
  mail_id TEXT NOT NULL,
  mailed_at TEXT NOT NULL,
  answer TEXT CHECK (answer IN ('requested', 'saved', 'passed')),
  answered_at TEXT,
  PRIMARY KEY (subscription_id, kind, id)
) STRICT;

-- How a hub's mail goes out: the name and address it comes from, its look, and its own SMTP server if it
-- has one. The password is encrypted.
CREATE TABLE mail_settings (
  hub_id TEXT PRIMARY KEY REFERENCES hubs (id) ON DELETE CASCADE,
  settings TEXT NOT NULL,
  smtp_password TEXT,
  updated_at TEXT NOT NULL
) STRICT;

-- Secret addresses at which a profile's feed and calendar are read.
CREATE TABLE feeds (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  secret_hash TEXT NOT NULL UNIQUE,
  locale TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX feeds_by_profile ON feeds (hub_id, kind, profile_id);

-- Since when each part of a feed, `matches` or `meetings`, is as it is: a hash of all that it follows from,
-- and the second of its last change, another one for each change.
CREATE TABLE feed_versions (
  feed_id TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('matches', 'meetings')),
  version TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (feed_id, part)
) STRICT;

-- Since when a match stands in a feed with the card that it has: of the card only a hash is kept.
CREATE TABLE feed_entries (
  feed_id TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  hub_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- As the hub of the feed knows the profile.
  id TEXT NOT NULL,
  card_hash TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (feed_id, kind, id)
) STRICT;
CREATE INDEX feed_entries_by_candidate ON feed_entries (id, kind, hub_id);
