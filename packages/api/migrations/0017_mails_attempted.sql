-- What was attempted lately, by which sending to a domain is paced.
CREATE INDEX mails_attempted ON mails (updated_at) WHERE attempts > 0;
-- What was told of a profile, when it is erased.
CREATE INDEX mailed_matches_by_candidate ON mailed_matches (id, kind);
-- Messages that are kept, which may quote a profile that is erased.
CREATE INDEX mails_with_message ON mails (id) WHERE message IS NOT NULL;
-- Lists of a hub, in the order in which they are given.
CREATE INDEX suppressions_by_date ON suppressions (hub_id, created_at, address_hash);
CREATE INDEX subscriptions_by_hub ON subscriptions (hub_id, id);
