-- A bulk import is a job: its rows are stored as they stream in, and written as profiles afterwards.
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- What was asked, and the SHA-256 of the upload: the same Idempotency-Key with another is refused.
  request TEXT NOT NULL,
  digest TEXT,
  state TEXT NOT NULL CHECK (state IN ('receiving', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  received INTEGER NOT NULL DEFAULT 0,
  imported INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  superseded INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  -- Runs that began since the last progress.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Names the upload or the run that may write now. It is never null: a statement that would write
  -- null for a lease that was lost takes its whole transaction down.
  lease TEXT NOT NULL DEFAULT '',
  lease_until TEXT,
  created_at TEXT NOT NULL,
  touched_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
CREATE INDEX imports_by_hub ON imports (hub_id, created_at, id);
CREATE INDEX imports_to_run ON imports (touched_at) WHERE state IN ('queued', 'running');

-- Rows that wait. A row leaves this table in the transaction that writes its profile.
CREATE TABLE import_rows (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  profile_id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT;
CREATE INDEX import_rows_by_profile ON import_rows (import_id, profile_id, line);

-- The report: what is wrong with a line, never what stood there.
CREATE TABLE import_issues (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  number INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('error', 'warning')),
  path TEXT NOT NULL,
  rule TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (import_id, line, number)
) STRICT;
