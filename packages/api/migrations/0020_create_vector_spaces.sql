-- The hubs whose lists are found by Vectorize, for one model each. The namespace is a hash of hub, model and
-- the layout of the metadata. Every write of the hub up to `sent` was accepted by Vectorize, and up to
-- `visible` it is seen by queries; `marked` is the number in the last marker that was sent, which is true
-- within its epoch. No reference to the hub: a space outlives it until its vectors are deleted.
CREATE TABLE vector_spaces (
  namespace TEXT PRIMARY KEY,
  hub_id TEXT NOT NULL,
  -- filling and leaving: the isolate's index makes the lists; on: Vectorize finds their candidates.
  state TEXT NOT NULL CHECK (state IN ('filling', 'on', 'leaving')),
  epoch TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  marked INTEGER NOT NULL DEFAULT 0,
  visible INTEGER NOT NULL DEFAULT 0,
  lease TEXT NOT NULL DEFAULT '',
  lease_until TEXT
) STRICT;
CREATE INDEX vector_spaces_by_hub ON vector_spaces (hub_id);

-- The profiles that have vectors in a space: the key of their ids, and how many there may be. Written before
-- the vectors and deleted after them, so that none is ever forgotten.
CREATE TABLE sent_vectors (
  namespace TEXT NOT NULL REFERENCES vector_spaces (namespace) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  key TEXT NOT NULL,
  windows INTEGER NOT NULL,
  PRIMARY KEY (namespace, kind, id)
) STRICT;
CREATE UNIQUE INDEX sent_vectors_by_key ON sent_vectors (namespace, key);
