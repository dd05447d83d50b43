/**
 * How long subscriptions are kept, and how they leave.
 *
 * @module
 */
import { tableExporter } from '../lib/exporter.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';

/** Days after which an address that did not confirm is forgotten, and one that ended. */
const UNCONFIRMED = 30;
const ENDED = 90;
/** Rows that one run deletes, with their mails. */
const PAGE = 500;

/** Forgets addresses that get no mail. What keeps an address from mail is the list of suppressions, which stays. */
export const retainSubscriptions: Retain = async (db, { id }, now) => {
  const { meta } = await db
    .prepare(
      `DELETE FROM subscriptions WHERE id IN (
         SELECT id FROM subscriptions WHERE hub_id = ?1
           AND ((state = 'pending' AND updated_at < ?2) OR (state = 'ended' AND ended_at < ?3)) LIMIT ?4)`,
    )
    .bind(id, daysAfter(now, -UNCONFIRMED), daysAfter(now, -ENDED), PAGE)
    .run();
  return meta.changes >= PAGE;
};

const bool = (column: string) => `json(iif(${column}, 'true', 'false'))`;

export const subscriptionExporter = tableExporter({
  type: 'subscription',
  from: 'subscriptions',
  key: ['id'],
  data: `json_object('id', id, 'profile', json_object('kind', kind, 'id', profile_id), 'email', email, 'name', name,
    'seeks', seeks, 'locale', locale, 'timeZone', time_zone, 'frequency', frequency, 'weekday', weekday, 'hour', hour,
    'minScore', min_score, 'maxItems', max_items, 'notices', json_object('digest', ${bool('digest')},
    'introduction', ${bool('introduction')}, 'reminder', ${bool('reminder')}, 'application', ${bool('application')}),
    'nothingNew', ${bool('nothing_new')},
    'state', state, 'createdAt', created_at, 'confirmedAt', confirmed_at, 'endedAt', ended_at)`,
  about: 'kind = ?2 AND profile_id = ?3',
});

/** Deletes the subscriptions of a profile, with their mails and what these told. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db.prepare('DELETE FROM subscriptions WHERE hub_id = ? AND kind = ? AND profile_id = ?').bind(hubId, kind, id),
];
