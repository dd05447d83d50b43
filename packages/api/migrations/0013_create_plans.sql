-- A meeting plan of a demo day is a job: what is asked stands in D1 until a run has planned it.
CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  slots INTEGER NOT NULL,
  -- In JSON: null, one number, or one for each slot.
  tables TEXT NOT NULL,
  min_score REAL NOT NULL,
  -- SHA-256 of what was asked for, by which a repetition of the request is known.
  asked TEXT NOT NULL,
  value REAL,
  bound REAL,
  gap REAL,
  -- Participants that were erased since.
  removed INTEGER NOT NULL DEFAULT 0,
  -- Runs that began. One that ends its isolate says nothing any more, so they are counted at the beginning.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Names the run that may write now; never null, as in imports.
  lease TEXT NOT NULL DEFAULT '',
  lease_until TEXT,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT
) STRICT;
CREATE INDEX plans_by_hub ON plans (hub_id, created_at, id);
CREATE INDEX plans_to_make ON plans (created_at) WHERE state IN ('queued', 'running');

-- Numbered through both sides. What else names a participant goes with it.
CREATE TABLE plan_participants (
  plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  -- Numbers of slots, in JSON.
  absent TEXT NOT NULL,
  PRIMARY KEY (plan_id, number)
) STRICT;
CREATE INDEX plan_participants_by_profile ON plan_participants (profile_id, kind);

CREATE TABLE plan_blocked (
  plan_id TEXT NOT NULL,
  startup INTEGER NOT NULL,
  investor INTEGER NOT NULL,
  PRIMARY KEY (plan_id, startup, investor),
  FOREIGN KEY (plan_id, startup) REFERENCES plan_participants (plan_id, number) ON DELETE CASCADE,
  FOREIGN KEY (plan_id, investor) REFERENCES plan_participants (plan_id, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX plan_blocked_by_investor ON plan_blocked (plan_id, investor);

-- Without a slot: the pair found no place.
CREATE TABLE plan_meetings (
  plan_id TEXT NOT NULL,
  startup INTEGER NOT NULL,
  investor INTEGER NOT NULL,
  slot INTEGER,
  seat INTEGER,
  score REAL NOT NULL,
  PRIMARY KEY (plan_id, startup, investor),
  FOREIGN KEY (plan_id, startup) REFERENCES plan_participants (plan_id, number) ON DELETE CASCADE,
  FOREIGN KEY (plan_id, investor) REFERENCES plan_participants (plan_id, number) ON DELETE CASCADE
) STRICT;
CREATE INDEX plan_meetings_by_investor ON plan_meetings (plan_id, investor);
