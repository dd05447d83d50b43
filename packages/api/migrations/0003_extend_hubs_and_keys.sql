-- What a hub sets for itself, in JSON; the schema in the sdk fills in the defaults.
ALTER TABLE hubs ADD COLUMN country TEXT;
ALTER TABLE hubs ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';

-- Keys of every kind. SQLite cannot change a CHECK, so the table is made anew. Operator keys and
-- the bootstrap token belong to the deployment and to no hub. Scopes null: all of them.
CREATE TABLE new_keys (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  hub_id TEXT REFERENCES hubs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('bootstrap', 'operator', 'secret', 'publishable')),
  name TEXT NOT NULL DEFAULT '',
  -- The last characters of the key, by which its holder tells it from others.
  hint TEXT NOT NULL DEFAULT '',
  scopes TEXT,
  origins TEXT,
  created_at TEXT NOT NULL,
  last_used_at TEXT,
  -- After a roll the old key works until then.
  expires_at TEXT,
  revoked_at TEXT,
  CHECK ((hub_id IS NULL) = (kind IN ('bootstrap', 'operator')))
) STRICT;
INSERT INTO new_keys (id, hash, hub_id, kind, created_at, revoked_at)
SELECT 'key_' || substr(hash, 1, 24), hash, hub_id, kind, created_at, revoked_at FROM keys;
DROP TABLE keys;
ALTER TABLE new_keys RENAME TO keys;
CREATE INDEX keys_by_hub ON keys (hub_id);

-- Keys with which a hub's backend signs viewer tokens: a public JWK (EdDSA), or a shared secret
-- encrypted under the Worker's own (HS256).
CREATE TABLE token_keys (
  hub_id TEXT NOT NULL REFERENCES hubs (id) ON DELETE CASCADE,
  kid TEXT NOT NULL,
  alg TEXT NOT NULL CHECK (alg IN ('EdDSA', 'HS256')),
  material TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (hub_id, kid)
) STRICT;
