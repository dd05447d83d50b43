-- Action plans of a hub, each as one document, with every version that it had: the history is what differs
-- between two of them. Kept apart from the audit log, which holds ids and codes alone.
CREATE TABLE action_plans (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, id)
) STRICT;

CREATE TABLE action_plan_versions (
  hub_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  actor TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, plan_id, version),
  FOREIGN KEY (hub_id, plan_id) REFERENCES action_plans (hub_id, id) ON DELETE CASCADE
) STRICT;
