import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { EraseElsewhere } from '../exchange/erase.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { EraseProfile } from '../profiles/erase.ts';
import { fromRow, OPEN_STATES, READ, type Row } from './rows.ts';
import type { Introduction, Meeting, Party } from './sides.ts';

/** An introduction in which a hub has a side; what of it the hub may see is `rolesOf`'s to say. */
export async function findIntroduction(db: Queryable, hubId: string, id: string): Promise<Introduction | undefined> {
  const row = await db
    .prepare(`${READ} WHERE i.id = ?1 AND (i.from_hub = ?2 OR i.to_hub = ?2)`)
    .bind(id, hubId)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** The statement that keeps a new introduction. */
export const insertIntroduction = (
  db: Queryable,
  { id, from, to, state, blocked, message, lang, createdAt, deliveredAt, expiresAt }: Introduction,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO introductions (id, from_hub, from_kind, from_id, from_ref, to_hub, to_kind, to_id, to_ref,
         state, blocked, message, lang, created_at, delivered_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      id,
      ...[from.hub, from.kind, from.id, from.ref],
      ...[to.hub, to.kind, to.id, to.ref],
      ...[state, blocked ? 1 : 0, message, lang, createdAt, deliveredAt, expiresAt],
    );

/** The statement that writes what a transition changes. */
export const updateIntroduction = (
  db: Queryable,
  { id, state, declineReason, reminders, deliveredAt, decidedAt }: Introduction,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE introductions SET state = ?, decline_reason = ?, reminders = ?, delivered_at = ?, decided_at = ?
       WHERE id = ?`,
    )
    .bind(state, declineReason, reminders, deliveredAt, decidedAt, id);

/** The statement that writes the meeting of an introduction. */
export const updateMeeting = (
  db: Queryable,
  id: string,
  { at, minutes, place, url, isOff, changes, changedAt }: Meeting,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE introductions SET meeting_at = ?, meeting_minutes = ?, meeting_place = ?, meeting_url = ?,
         meeting_off = ?, meeting_changes = ?, meeting_changed_at = ? WHERE id = ?`,
    )
    .bind(at, minutes, place, url, isOff ? 1 : 0, changes, changedAt, id);

/** SQL condition, with its values, that the meeting is as it was read. */
export const sameMeeting = ({ id, meeting }: Introduction) =>
  ['EXISTS (SELECT 1 FROM introductions WHERE id = ? AND meeting_changes = ?)', id, meeting?.changes ?? 0] as const;

/** SQL condition, with its values, that nothing happened to an introduction since it was read. */
export const unchanged = ({ id, state, blocked, reminders }: Introduction) =>
  [
    'EXISTS (SELECT 1 FROM introductions WHERE id = ? AND state = ? AND blocked = ? AND reminders = ?)',
    id,
    state,
    blocked ? 1 : 0,
    reminders,
  ] as const;

/** The profile that another one knows by a reference from an introduction that it can see. */
export async function findCounterparty(
  db: Queryable,
  owner: Party,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<Party | undefined> {
  const row = await db
    .prepare(
      `SELECT to_hub AS hub, to_kind AS kind, to_id AS id FROM introductions
         WHERE from_hub = ?1 AND from_kind = ?2 AND from_id = ?3 AND to_kind = ?4 AND to_ref = ?5
       UNION
       SELECT from_hub, from_kind, from_id FROM introductions
         WHERE to_hub = ?1 AND to_kind = ?2 AND to_id = ?3 AND from_kind = ?4 AND from_ref = ?5
           AND blocked = 0 AND delivered_at IS NOT NULL`,
    )
    .bind(owner.hub, owner.kind, owner.id, kind, id)
    .first<Party>();
  return row ?? undefined;
}

/** The statement that takes open introductions from one profile to another out of the asked side's sight. */
export const hideOpen = (db: Queryable, from: Party, to: Party): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE introductions SET blocked = 1
       WHERE from_hub = ? AND from_kind = ? AND from_id = ? AND to_hub = ? AND to_kind = ? AND to_id = ?
         AND state IN (${OPEN_STATES})`,
    )
    .bind(from.hub, from.kind, from.id, to.hub, to.kind, to.id);

/**
 * The statements that erase the introductions of some profiles of a hub, in JSON, for both sides: a
 * message to somebody names them as much as a message from them. The other side hears that an open one
 * is withdrawn.
 *
 * @param across only those with profiles of other hubs.
 */
const eraseOf = (db: Queryable, hubId: string, profiles: string, across: boolean): D1PreparedStatement[] => {
  const isOf = (side: 'from' | 'to') =>
    `${side}_hub = ?1 AND (${side}_kind, ${side}_id) IN (SELECT value ->> 'kind', value ->> 'id' FROM json_each(?2))
       ${across ? 'AND from_hub <> to_hub' : ''}`;
  const withdrawn = (erased: 'from' | 'to', other: 'from' | 'to', hears: string) =>
    db
      .prepare(
        // As `emit` writes them, without the ids of who is erased.
        `INSERT INTO events (id, hub_id, type, data, created_at)
         SELECT 'evt_' || lower(hex(randomblob(16))), ${other}_hub, 'introduction.withdrawn',
           json_object('introduction', id, 'state', 'withdrawn', 'notify', iif(${hears},
             json_array(json_object('kind', ${other}_kind, 'id', ${other}_id)), json_array())),
           strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
         FROM introductions
         WHERE ${isOf(erased)}
           AND state IN (${OPEN_STATES}) ${other === 'to' ? 'AND blocked = 0' : ''}`,
      )
      .bind(hubId, profiles);
  return [
    withdrawn('from', 'to', 'delivered_at IS NOT NULL'),
    withdrawn('to', 'from', 'true'),
    db.prepare(`DELETE FROM introductions WHERE (${isOf('from')}) OR (${isOf('to')})`).bind(hubId, profiles),
  ];
};

export const eraseProfile: EraseProfile = (db, hubId, kind, id) =>
  eraseOf(db, hubId, JSON.stringify([{ kind, id }]), false);

export const eraseElsewhere: EraseElsewhere = (db, hubId, profiles) => eraseOf(db, hubId, profiles, true);

/** Most introductions that one call forgets. */
const CHUNK = 1000;

/**
 * Forgets what has long been decided. Both hubs have one row: it goes when the first of them no longer
 * keeps it.
 *
 * @returns whether there is more to forget.
 */
export async function retainIntroductions(db: Queryable, hub: Hub, now: Date): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `DELETE FROM introductions WHERE id IN
         (SELECT id FROM introductions WHERE (from_hub = ?1 OR to_hub = ?1) AND decided_at <= ?2 LIMIT ?3)`,
    )
    .bind(hub.id, daysAfter(now, -hub.settings.retention.introductionDays), CHUNK)
    .run();
  return meta.changes === CHUNK;
}
