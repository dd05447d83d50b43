-- A startup that applies to a call of a programme of its hub. A call is known by its name.
CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  startup_id TEXT NOT NULL,
  programme_id TEXT NOT NULL,
  call TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'admitted', 'declined', 'withdrawn', 'alumni')),
  -- Of the pipeline that the hub names; null until it is placed in one.
  stage TEXT,
  -- What the startup has raised since it was admitted; both or neither.
  raised_amount REAL,
  raised_currency TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX applications_once ON applications (hub_id, programme_id, call, startup_id)
  WHERE state IN ('applied', 'admitted', 'alumni');
CREATE INDEX applications_by_hub ON applications (hub_id, created_at, id);
CREATE INDEX applications_by_startup ON applications (hub_id, startup_id);

-- What an application was at each time, and which key made it so. It is never changed.
CREATE TABLE application_moves (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_key TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT,
  PRIMARY KEY (application_id, number)
) STRICT;
