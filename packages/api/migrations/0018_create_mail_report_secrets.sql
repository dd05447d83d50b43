-- The secret with which a hub's mail server signs its reports of bounces and complaints, encrypted; the one
-- before works until its end.
CREATE TABLE mail_report_secrets (
  hub_id TEXT PRIMARY KEY REFERENCES hubs (id) ON DELETE CASCADE,
  secret TEXT NOT NULL,
  previous_secret TEXT,
  previous_until TEXT,
  updated_at TEXT NOT NULL
) STRICT;
