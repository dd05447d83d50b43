/**
 * How long mails are kept, and how they leave.
 *
 * @module
 */
import { type EraseElsewhere, EXCHANGE_IDS } from '../exchange/erase.ts';
import { tableExporter } from '../lib/exporter.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import type { Retain } from '../profiles/retain.ts';

/** Days for which a mail that is settled can be looked up, and what it says; and rows that one run deletes. */
const KEPT = 90;
const MESSAGE_KEPT = 7;
const PAGE = 2_000;

/** Days after which a mail that could never go out is given up. */
const WAITING = 30;

export const retainMails: Retain = async (db, { id }, now) => {
  const [, , deleted] = await db.batch([
    db
      .prepare(
        `UPDATE mails SET state = 'dead', reason = 'never_set_up', next_at = NULL
         WHERE hub_id = ? AND state = 'due' AND created_at < ?`,
      )
      .bind(id, daysAfter(now, -WAITING)),
    db
      .prepare(
        "UPDATE mails SET message = NULL WHERE hub_id = ? AND message IS NOT NULL AND state <> 'due' AND updated_at < ?",
      )
      .bind(id, daysAfter(now, -MESSAGE_KEPT)),
    db
      .prepare(
        `DELETE FROM mails WHERE id IN (
           SELECT id FROM mails WHERE hub_id = ? AND created_at < ? AND state <> 'due' LIMIT ?)`,
      )
      .bind(id, daysAfter(now, -KEPT), PAGE),
  ]);
  return (deleted?.meta.changes ?? 0) >= PAGE;
};

/** Without the message, which quotes profiles of others. */
export const mailExporter = tableExporter({
  type: 'mail',
  from: `(SELECT mails.*, s.kind, s.profile_id FROM mails LEFT JOIN subscriptions s ON s.id = mails.subscription_id)`,
  key: ['id'],
  data: `json_object('id', id, 'subscription', subscription_id, 'notice', notice, 'occasion', occasion, 'state', state,
    'reason', reason, 'attempts', attempts, 'createdAt', created_at, 'sentAt', sent_at)`,
  about: 'kind = ?2 AND profile_id = ?3',
});

/** Deletes what mails of other hubs told of cards of some profiles of a hub, in JSON, and messages that quote them. */
export const eraseElsewhere: EraseElsewhere = (db, hubId, profiles) => [
  db
    .prepare(
      `UPDATE mails SET message = NULL WHERE message IS NOT NULL
         AND id IN (SELECT mail_id FROM mailed_matches WHERE id IN ${EXCHANGE_IDS})`,
    )
    .bind(hubId, profiles),
  db.prepare(`DELETE FROM mailed_matches WHERE id IN ${EXCHANGE_IDS}`).bind(hubId, profiles),
];

/** What mails told of a profile, in every hub, and messages that quote it; each attempt composes its mail anew. */
export const eraseProfile: EraseProfile = (db, hubId, kind, id) => [
  db
    .prepare(
      `UPDATE mails SET message = NULL WHERE message IS NOT NULL AND data ->> 'introduction' IN (
         SELECT id FROM introductions WHERE (from_hub = ?1 AND from_kind = ?2 AND from_id = ?3)
           OR (to_hub = ?1 AND to_kind = ?2 AND to_id = ?3))`,
    )
    .bind(hubId, kind, id),
  db
    .prepare(
      `UPDATE mails SET message = NULL WHERE hub_id = ?1 AND message IS NOT NULL AND ?2 = 'programme'
         AND data ->> 'application' IN (SELECT id FROM applications WHERE hub_id = ?1 AND programme_id = ?3)`,
    )
    .bind(hubId, kind, id),
  db
    .prepare(
      `UPDATE mails SET message = NULL WHERE hub_id = ?1 AND message IS NOT NULL
         AND id IN (SELECT mail_id FROM mailed_matches WHERE id = ?3 AND kind = ?2)`,
    )
    .bind(hubId, kind, id),
  db
    .prepare(
      `DELETE FROM mailed_matches WHERE id = ?3 AND kind = ?2
         AND subscription_id IN (SELECT id FROM subscriptions WHERE hub_id = ?1)`,
    )
    .bind(hubId, kind, id),
  ...eraseElsewhere(db, hubId, JSON.stringify([{ kind, id }])),
];
