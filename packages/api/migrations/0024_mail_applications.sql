-- Mails about what became of an application, with a switch of their own.
ALTER TABLE subscriptions ADD COLUMN application INTEGER NOT NULL DEFAULT 1;

-- The outbox as in 0015 with one more kind of mail: SQLite changes no CHECK. No table refers to it.
CREATE TABLE mails_with_applications (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  -- Null for a test that staff send to themselves.
  subscription_id TEXT REFERENCES subscriptions (id) ON DELETE CASCADE,
  notice TEXT NOT NULL CHECK (notice IN ('confirmation', 'digest', 'introduction', 'reminder', 'application', 'test')),
  -- What it is about, unique for a subscription and a notice: a day, or an introduction or application and its state.
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
INSERT INTO mails_with_applications SELECT * FROM mails;
DROP TABLE mails;
ALTER TABLE mails_with_applications RENAME TO mails;
CREATE INDEX mails_due ON mails (next_at) WHERE state = 'due';
CREATE INDEX mails_by_hub ON mails (hub_id, created_at, id);
CREATE INDEX mails_by_transport_id ON mails (transport_id) WHERE transport_id IS NOT NULL;
-- What was attempted lately, by which sending to a domain is paced.
CREATE INDEX mails_attempted ON mails (updated_at) WHERE attempts > 0;
-- Messages that are kept, which may quote a profile that is erased.
CREATE INDEX mails_with_message ON mails (id) WHERE message IS NOT NULL;
