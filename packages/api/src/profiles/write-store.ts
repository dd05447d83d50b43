/**
 * The statements that write and delete profiles. Every write of a profile, by a request, an import or
 * a job, is made of these.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EmbeddedProfile, NormalProfile } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import { type Actor, record } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import { OF_HUB } from '../idempotency/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { encodeVectors } from '../lib/vectors.ts';
import { eraseEverywhere } from './erase.ts';
import { nameKey, nextSequence, PROFILE_COLUMNS } from './store.ts';

/** A profile that is ready to be written. */
export interface PreparedProfile {
  /** The profile as its owner sent it, in JSON. */
  readonly body: string;
  readonly normal: NormalProfile;
  /** None: the stored vectors stay, since neither text nor language nor sector names changed. */
  readonly embedded?: EmbeddedProfile;
}

/** Most text in one parameter of a statement, in UTF-16 code units; D1 takes 2 MB. */
const MOST_TEXT = 500_000;

/** The rows that a statement reads from its second parameter, and the profiles that they name. */
const ROWS = 'json_each(?2) AS row';
const NAMED = `SELECT value ->> 'kind', value ->> 'id' FROM ${ROWS}`;

/**
 * The statements that write profiles with their vectors, audit entries and events, to be run in one
 * batch; each profile once. The results of those with rows hold the stored rows.
 * Ring for `deliver-webhooks` after the batch.
 */
export function writeStatements(
  db: Queryable,
  hubId: string,
  actor: Actor,
  profiles: readonly PreparedProfile[],
  now: Date,
): D1PreparedStatement[] {
  return chunks(profiles.map(toRow)).flatMap((rows) => writeRows(db, hubId, actor, rows, now));
}

const toRow = ({ body, normal, embedded }: PreparedProfile): string =>
  JSON.stringify({
    kind: normal.kind,
    id: normal.id,
    body,
    lang: normal.lang ?? null,
    nameKey: nameKey(normal.name),
    ...(embedded && {
      model: embedded.model,
      windows: encodeVectors(embedded.windows),
      sentences: encodeVectors(embedded.sentences.map(({ vector }) => vector)),
      names: encodeVectors(embedded.names.map(({ vector }) => vector)),
    }),
  });

function chunks(rows: readonly string[]): string[][] {
  const found: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    size += row.length;
    if (size > MOST_TEXT) {
      found.push([]);
      size = row.length;
    }
    found.at(-1)?.push(row);
  }
  return found;
}

function writeRows(
  db: Queryable,
  hubId: string,
  { requestId, ...actor }: Actor,
  rows: readonly string[],
  now: Date,
): D1PreparedStatement[] {
  const json = `[${rows.join()}]`;
  const at = now.toISOString();
  const named = `FROM profiles WHERE hub_id = ?1 AND (kind, id) IN (${NAMED})`;
  return [
    nextSequence(db, hubId, rows.length),
    // Vectors of another model belong to the text as it was. The same body keeps them, for a roll-back.
    db
      .prepare(
        `DELETE FROM vectors WHERE hub_id = ?1 AND (kind, id) IN (
           SELECT p.kind, p.id FROM ${ROWS} CROSS JOIN profiles p
           ON p.hub_id = ?1 AND p.kind = row.value ->> 'kind' AND p.id = row.value ->> 'id'
           WHERE row.value ->> 'model' IS NOT NULL AND p.body <> row.value ->> 'body')`,
      )
      .bind(hubId, json),
    db
      .prepare(
        `INSERT INTO profiles (hub_id, kind, id, body, lang, name_key, sequence, created_at, updated_at)
         SELECT ?1, value ->> 'kind', value ->> 'id', value ->> 'body', value ->> 'lang', value ->> 'nameKey',
           (SELECT sequence FROM hubs WHERE id = ?1) - json_array_length(?2) + 1 + key, ?3, ?3
         FROM ${ROWS} WHERE true
         ON CONFLICT (hub_id, kind, id) DO UPDATE SET
           body = excluded.body, lang = excluded.lang, name_key = excluded.name_key,
           sequence = excluded.sequence, version = version + 1, updated_at = excluded.updated_at
         RETURNING ${PROFILE_COLUMNS}`,
      )
      .bind(hubId, json, at),
    db
      .prepare(
        `INSERT INTO vectors (hub_id, kind, id, model, windows, sentences, names)
         SELECT ?1, value ->> 'kind', value ->> 'id', value ->> 'model',
           value ->> 'windows', value ->> 'sentences', value ->> 'names'
         FROM ${ROWS} WHERE value ->> 'model' IS NOT NULL
         ON CONFLICT (hub_id, kind, id, model) DO UPDATE SET
           windows = excluded.windows, sentences = excluded.sentences, names = excluded.names`,
      )
      .bind(hubId, json),
    db.prepare(`DELETE FROM deletions WHERE hub_id = ?1 AND (kind, id) IN (${NAMED})`).bind(hubId, json),
    // As `record` and `emit` write them; only the database knows which of the profiles are new.
    db
      .prepare(
        `INSERT INTO audit (id, hub_id, at, action, actor, subject_kind, subject_id, request_id)
         SELECT lower(hex(randomblob(16))), ?1, ?3, ${VERB}, ?4, kind, id, ?5 ${named}`,
      )
      .bind(hubId, json, at, JSON.stringify(actor), requestId ?? null),
    db
      .prepare(
        `INSERT INTO events (id, hub_id, type, data, created_at)
         SELECT 'evt_' || lower(hex(randomblob(16))), ?1, ${VERB},
           json_object('kind', kind, 'id', id, 'version', version, 'sequence', sequence), ?3 ${named}`,
      )
      .bind(hubId, json, at),
  ];
}

const VERB = "iif(version = 1, 'profile.created', 'profile.updated')";

/**
 * The statements that erase a profile for good, in one batch: its row and vectors, what every noun
 * keeps about it, and what answers and the audit log say of it. What stays is a tombstone and the
 * record of acts, with ids alone.
 *
 * @param keep Idempotency-Key of the request that erases.
 */
export function eraseStatements(
  db: Queryable,
  hubId: string,
  actor: Actor,
  { kind, id, keep }: { kind: Kind; id: string; keep: string | undefined },
  now: Date,
): D1PreparedStatement[] {
  const subject = { kind, id };
  const isOwner = actor.profile?.kind === kind && actor.profile.id === id;
  const { from, ...withoutNetwork } = actor;
  return [
    ...eraseAnswers(db, hubId, kind, id, keep),
    ...eraseEverywhere(db, hubId, kind, id),
    nextSequence(db, hubId),
    // A profile that came back with a restored backup has a tombstone already.
    db
      .prepare(
        `INSERT INTO deletions (hub_id, kind, id, sequence)
         SELECT p.hub_id, p.kind, p.id, h.sequence FROM profiles p JOIN hubs h ON h.id = p.hub_id
         WHERE p.hub_id = ? AND p.kind = ? AND p.id = ?
         ON CONFLICT (hub_id, kind, id) DO UPDATE SET sequence = excluded.sequence`,
      )
      .bind(hubId, kind, id),
    db.prepare('DELETE FROM profiles WHERE hub_id = ? AND kind = ? AND id = ?').bind(hubId, kind, id),
    record(db, hubId, isOwner ? withoutNetwork : actor, { action: 'profile.deleted', subject }, now),
    emit(db, hubId, 'profile.deleted', subject, now),
  ];
}

/** The ids under which answers, also those to other hubs, speak of a profile (?1, ?2, ?3) without naming it. */
const ALIASES = [
  'SELECT id FROM exchange_ids WHERE hub_id = ?1 AND kind = ?2 AND profile_id = ?3',
  'SELECT id FROM consents WHERE hub_id = ?1 AND kind = ?2 AND profile_id = ?3',
  'SELECT id FROM introductions WHERE from_hub = ?1 AND from_kind = ?2 AND from_id = ?3',
  'SELECT id FROM introductions WHERE to_hub = ?1 AND to_kind = ?2 AND to_id = ?3',
];

/**
 * The statements that delete the answers kept for an Idempotency-Key that speak of a profile: in its
 * own hub by its id, in others by the ids under which they know it. Requests of its hub that are still
 * at work keep their keys, so that they are not done twice, and not their answers, which may be about
 * to hold it. They run before the rows that they read are deleted.
 *
 * @param keep Idempotency-Key of the request that erases.
 */
const eraseAnswers = (
  db: Queryable,
  hubId: string,
  kind: Kind,
  id: string,
  keep: string | undefined,
): D1PreparedStatement[] => [
  db
    .prepare(`UPDATE idempotency SET erased = 1 WHERE ${OF_HUB('?1')} AND status IS NULL AND key IS NOT ?2`)
    .bind(hubId, keep ?? null),
  db
    .prepare(
      `DELETE FROM idempotency
       WHERE (${OF_HUB('?1')} AND instr(body, json_quote(?3)) > 0)
         OR EXISTS (SELECT 1 FROM (${ALIASES.join(' UNION ')}) AS alias
                    WHERE instr(idempotency.body, json_quote(alias.id)) > 0)`,
    )
    .bind(hubId, kind, id),
];
