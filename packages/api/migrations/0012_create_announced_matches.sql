-- The pairs of a hub that were found to match well, so that each is announced once. Ids alone, those of
-- cards of other hubs as the hub knows them. No event: the pair was there before the hub asked to hear
-- of matches. A pair that ceased stays for a while, so that one that comes and goes is no news.
CREATE TABLE announced_matches (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  left_kind TEXT NOT NULL,
  left_id TEXT NOT NULL,
  right_kind TEXT NOT NULL,
  right_id TEXT NOT NULL,
  event_id TEXT,
  found_at TEXT NOT NULL,
  ceased_at TEXT,
  PRIMARY KEY (hub_id, left_kind, left_id, right_kind, right_id)
) STRICT;
CREATE INDEX announced_matches_by_left ON announced_matches (left_id, left_kind);
CREATE INDEX announced_matches_by_right ON announced_matches (right_id, right_kind);
CREATE INDEX announced_matches_ceased ON announced_matches (hub_id, ceased_at) WHERE ceased_at IS NOT NULL;

-- How far a hub has been looked through for new matches: in its own writes (the source is the hub
-- itself) and in those of each partner. The version is the partner's as the exchange has it: another
-- one has all of its cards looked at anew. What was written until quiet_until was there before the hub
-- asked to hear of matches.
CREATE TABLE match_cursors (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  version TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  quiet_until INTEGER NOT NULL,
  looked_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, source)
) STRICT;
