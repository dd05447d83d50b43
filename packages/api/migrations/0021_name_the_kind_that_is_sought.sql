-- Of which kind the matches of a feed or a digest are. Null, as in all rows of before: the first kind that
-- the profile's kind is paired with.
ALTER TABLE feeds ADD COLUMN seeks TEXT;
ALTER TABLE subscriptions ADD COLUMN seeks TEXT;
