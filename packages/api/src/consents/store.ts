import type { Consent, ConsentInput, Kind } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import { guard } from '../lib/guard.ts';
import { tryBatch } from '../lib/guarded-batch.ts';
import { assertSameRequest, makeOnce } from '../lib/make-once.ts';
import type { Queryable } from '../lib/queryable.ts';
import { nextSequence } from '../profiles/store.ts';

/** The profile that a consent is about. */
export interface ProfileRef {
  readonly hubId: string;
  readonly kind: Kind;
  readonly id: string;
}

interface Row {
  id: string;
  purpose: Consent['purpose'];
  hubs: string | null;
  release_text: 0 | 1;
  text_version: string;
  text_language: Consent['text']['language'];
  given_by: string;
  method: Consent['method'];
  given_at: string;
  recorded_at: string;
  recorded_by: Consent['recordedBy'];
  withdrawn_at: string | null;
}

const fromRow = (row: Row): Consent => ({
  id: row.id,
  purpose: row.purpose,
  hubs: row.hubs === null ? 'all' : (JSON.parse(row.hubs) as string[]),
  releaseText: row.release_text === 1,
  text: { version: row.text_version, language: row.text_language },
  givenBy: row.given_by,
  method: row.method,
  givenAt: row.given_at,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  withdrawnAt: row.withdrawn_at,
});

const OF_PROFILE = 'hub_id = ? AND kind = ? AND profile_id = ?';
const HAS_PROFILE = 'EXISTS (SELECT 1 FROM profiles WHERE hub_id = ? AND kind = ? AND id = ?)';

/** Copies of the profile read it anew: it takes the hub's next number, and stays the version that it is. */
const touch = (db: Queryable, { hubId, kind, id }: ProfileRef) => [
  nextSequence(db, hubId),
  db
    .prepare(
      `UPDATE profiles SET sequence = (SELECT sequence FROM hubs WHERE id = ?1)
       WHERE hub_id = ?1 AND kind = ?2 AND id = ?3`,
    )
    .bind(hubId, kind, id),
];

/** Whether the hub has the profile. */
export async function hasProfile(db: Queryable, { hubId, kind, id }: ProfileRef): Promise<boolean> {
  return (await db.prepare(`SELECT ${HAS_PROFILE} AS found`).bind(hubId, kind, id).first('found')) === 1;
}

/**
 * Records a consent in place of the one that was active. The first one makes the id by which other hubs
 * know the profile. Recording the same id again changes nothing, even if it was withdrawn since.
 *
 * @param id of the record, @param exchangeId for a profile that has none yet.
 * @returns the record; undefined when there is no such profile.
 * @throws {ApiError} `idempotency_key_reused` when the id is that of another consent.
 */
export async function recordConsent(
  db: Queryable,
  profile: ProfileRef,
  { id, exchangeId, input, actor }: { id: string; exchangeId: string; input: ConsentInput; actor: Actor },
  now: Date,
): Promise<Consent | undefined> {
  const { hubId, kind, id: profileId } = profile;
  const at = now.toISOString();
  await makeOnce(db, { table: 'consents', id }, [
    guard(db, HAS_PROFILE, hubId, kind, profileId),
    db
      .prepare(`UPDATE consents SET withdrawn_at = ? WHERE ${OF_PROFILE} AND purpose = ? AND withdrawn_at IS NULL`)
      .bind(at, hubId, kind, profileId, input.purpose),
    db
      .prepare(
        `INSERT INTO consents (id, hub_id, kind, profile_id, purpose, hubs, release_text, text_version, text_language,
           given_by, method, given_at, recorded_at, recorded_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        id,
        hubId,
        kind,
        profileId,
        input.purpose,
        input.hubs === 'all' ? null : JSON.stringify(input.hubs),
        Number(input.releaseText),
        input.text.version,
        input.text.language,
        input.givenBy,
        input.method,
        input.givenAt ?? at,
        at,
        actor.kind,
      ),
    db
      .prepare(
        `INSERT INTO exchange_ids (id, hub_id, kind, profile_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (hub_id, kind, profile_id) DO NOTHING`,
      )
      .bind(exchangeId, hubId, kind, profileId),
    ...touch(db, profile),
    record(
      db,
      hubId,
      actor,
      { action: 'consent.given', subject: { kind, id: profileId }, details: { consent: id } },
      now,
    ),
    emit(db, hubId, 'consent.given', { kind, id: profileId, consent: id }, now),
  ]);
  const row = await db
    .prepare(`SELECT * FROM consents WHERE id = ? AND ${OF_PROFILE}`)
    .bind(id, hubId, kind, profileId)
    .first<Row>();
  if (!row) return undefined;
  const consent = fromRow(row);
  assertSameRequest(consent, { ...input, givenAt: input.givenAt ?? consent.recordedAt });
  return consent;
}

/**
 * Withdraws a consent: from now on the profile has no card.
 *
 * @returns whether the profile has this consent, withdrawn or not.
 */
export async function withdrawConsent(
  db: Queryable,
  profile: ProfileRef,
  id: string,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const { hubId, kind, id: profileId } = profile;
  const row = await db
    .prepare(`SELECT withdrawn_at FROM consents WHERE id = ? AND ${OF_PROFILE}`)
    .bind(id, hubId, kind, profileId)
    .first<Pick<Row, 'withdrawn_at'>>();
  if (row?.withdrawn_at === null) {
    // Of two requests at once one withdraws it.
    await tryBatch(db, [
      guard(db, 'EXISTS (SELECT 1 FROM consents WHERE id = ? AND withdrawn_at IS NULL)', id),
      db.prepare('UPDATE consents SET withdrawn_at = ? WHERE id = ?').bind(now.toISOString(), id),
      ...touch(db, profile),
      record(
        db,
        hubId,
        actor,
        { action: 'consent.withdrawn', subject: { kind, id: profileId }, details: { consent: id } },
        now,
      ),
      emit(db, hubId, 'consent.withdrawn', { kind, id: profileId, consent: id }, now),
    ]);
  }
  return row !== null;
}

/** Records of a profile, the latest first, behind `before` (time and id of a record). */
export async function listConsents(
  db: Queryable,
  { hubId, kind, id }: ProfileRef,
  before: readonly (string | number)[] | undefined,
  limit: number,
): Promise<Consent[]> {
  const [at, behind] = before ?? ['9999', ''];
  const { results } = await db
    .prepare(
      `SELECT * FROM consents WHERE ${OF_PROFILE} AND (recorded_at, id) < (?, ?)
       ORDER BY recorded_at DESC, id DESC LIMIT ?`,
    )
    .bind(hubId, kind, id, at, behind, limit)
    .all<Row>();
  return results.map(fromRow);
}
