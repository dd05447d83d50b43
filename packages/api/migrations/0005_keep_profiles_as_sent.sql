-- The body is what the owner sent. The language of its text, stated or detected, has a column of its
-- own. Until now a detected one was appended to the body, whose last field is otherwise another.
ALTER TABLE profiles ADD COLUMN lang TEXT;
UPDATE profiles SET lang = json_extract(body, '$.lang');
UPDATE profiles SET body = substr(body, 1, length(body) - 13) || '}' WHERE body LIKE '%,"lang":"__"}';

-- The name in small letters, by which a list is searched. Letters that SQLite cannot make small are
-- made so when the profile is next written.
ALTER TABLE profiles ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE profiles SET name_key = lower(json_extract(body, '$.name'));

-- The vectors of sector names that the taxonomy does not have. Null in rows that are older than this
-- column: there they stand behind those of the sentences, and are read so.
ALTER TABLE vectors ADD COLUMN names TEXT;

-- What the log says of one profile, and what its owner did, for its owner's export and its erasure.
CREATE INDEX audit_by_subject ON audit (hub_id, subject_kind, subject_id);
CREATE INDEX audit_by_viewer ON audit (hub_id, actor ->> '$.profile.id')
WHERE actor ->> '$.profile.id' IS NOT NULL;
