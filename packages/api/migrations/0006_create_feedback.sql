-- What members did with matches that they were shown: ids, codes and numbers, no text. An answer of
-- a pair counts once, so that whatever is sent again changes nothing. The signals are those of the
-- pair when it was first told of, by name.
CREATE TABLE feedback (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  candidate_kind TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  reason TEXT,
  position INTEGER NOT NULL,
  signals TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, subject_kind, subject_id, candidate_kind, candidate_id, answer)
) STRICT;
CREATE INDEX feedback_by_candidate ON feedback (candidate_id, candidate_kind, hub_id);
CREATE INDEX feedback_by_time ON feedback (hub_id, created_at);

-- The weights of a hub, of one pairing: what is set by hand, what was learned and its evidence, in
-- JSON. Frozen: answers move nothing. Answers of before counts_from are left aside (a reset).
CREATE TABLE hub_weights (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  pairing TEXT NOT NULL,
  frozen INTEGER NOT NULL DEFAULT 0,
  by_hand TEXT NOT NULL,
  learned TEXT NOT NULL,
  counts_from TEXT NOT NULL DEFAULT '',
  learned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (hub_id, pairing)
) STRICT;

-- Exposure prices of one side of a pairing, in JSON by id, and the hub's sequence of which they are.
-- One row, since a list needs those of its whole side.
CREATE TABLE exposure (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  pairing TEXT NOT NULL,
  kind TEXT NOT NULL,
  prices TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  priced_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, pairing, kind)
) STRICT;
