import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EmbeddedProfile } from '@kopru/sdk/engine';
import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Queryable } from '../hubs/store.ts';
import { encodeVectors } from '../lib/vectors.ts';

/** A profile as it is stored. */
export interface StoredProfile {
  readonly kind: Kind;
  readonly id: string;
  readonly profile: Profile;
  /** Counts the writes of this profile, from 1. */
  readonly version: number;
  /** The hub's sequence at the last write of this profile. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface Row {
  kind: Kind;
  id: string;
  body: string;
  version: number;
  sequence: number;
  created_at: string;
  updated_at: string;
}

const COLUMNS = 'kind, id, body, version, sequence, created_at, updated_at';

const fromRow = (row: Row): StoredProfile => ({
  kind: row.kind,
  id: row.id,
  profile: JSON.parse(row.body) as Profile,
  version: row.version,
  sequence: row.sequence,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const nextSequence = (db: Queryable, hubId: string) =>
  db.prepare('UPDATE hubs SET sequence = sequence + 1 WHERE id = ?').bind(hubId);

export async function getProfile(
  db: Queryable,
  hubId: string,
  kind: Kind,
  id: string,
): Promise<StoredProfile | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM profiles WHERE hub_id = ? AND kind = ? AND id = ?`)
    .bind(hubId, kind, id)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** Whether a profile has vectors of a model. */
export async function hasVectors(
  db: Queryable,
  hubId: string,
  kind: Kind,
  id: string,
  model: string,
): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM vectors WHERE hub_id = ? AND kind = ? AND id = ? AND model = ?')
    .bind(hubId, kind, id, model)
    .first();
  return row !== null;
}

/** Profiles of one kind by their ids, in no particular order; an unknown id is left out. */
export async function getProfiles(
  db: Queryable,
  hubId: string,
  kind: Kind,
  ids: readonly string[],
): Promise<StoredProfile[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM profiles
       WHERE hub_id = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))`,
    )
    .bind(hubId, kind, JSON.stringify(ids))
    .all<Row>();
  return results.map(fromRow);
}

export async function listProfiles(db: Queryable, hubId: string, kind: Kind): Promise<StoredProfile[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM profiles WHERE hub_id = ? AND kind = ? ORDER BY id`)
    .bind(hubId, kind)
    .all<Row>();
  return results.map(fromRow);
}

/** The statements that write a profile with its vectors, to be run in one batch; the second answers the stored row. */
export function putStatements(
  db: Queryable,
  hubId: string,
  body: string,
  embedded: EmbeddedProfile,
  now: Date,
): D1PreparedStatement[] {
  const { kind, id } = embedded.profile;
  const at = now.toISOString();
  // The names of sectors stand behind the sentences; `hub-index.ts` tells them apart by their number.
  const sentences = [...embedded.sentences, ...embedded.names].map(({ vector }) => vector);
  return [
    nextSequence(db, hubId),
    db
      .prepare(
        `INSERT INTO profiles (hub_id, kind, id, body, sequence, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, (SELECT sequence FROM hubs WHERE id = ?1), ?5, ?5)
         ON CONFLICT (hub_id, kind, id) DO UPDATE SET
           body = excluded.body, sequence = excluded.sequence, version = version + 1, updated_at = excluded.updated_at
         RETURNING ${COLUMNS}`,
      )
      .bind(hubId, kind, id, body, at),
    db
      .prepare(
        `INSERT INTO vectors (hub_id, kind, id, model, windows, sentences) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (hub_id, kind, id, model) DO UPDATE SET windows = excluded.windows, sentences = excluded.sentences`,
      )
      .bind(hubId, kind, id, embedded.model, encodeVectors(embedded.windows), encodeVectors(sentences)),
    db.prepare('DELETE FROM deletions WHERE hub_id = ? AND kind = ? AND id = ?').bind(hubId, kind, id),
  ];
}

export async function putProfile(
  db: Queryable,
  hubId: string,
  body: string,
  embedded: EmbeddedProfile,
  now: Date,
): Promise<StoredProfile> {
  const [, written] = await db.batch<Row>(putStatements(db, hubId, body, embedded, now));
  return fromRow(written?.results[0] as Row);
}

/** Deletes a profile and its vectors for good, and leaves a tombstone. Answers whether there was one. */
export async function deleteProfile(db: Queryable, hubId: string, kind: Kind, id: string): Promise<boolean> {
  const [, , deleted] = await db.batch([
    nextSequence(db, hubId),
    db
      .prepare(
        `INSERT INTO deletions (hub_id, kind, id, sequence)
         SELECT p.hub_id, p.kind, p.id, h.sequence FROM profiles p JOIN hubs h ON h.id = p.hub_id
         WHERE p.hub_id = ? AND p.kind = ? AND p.id = ?`,
      )
      .bind(hubId, kind, id),
    db.prepare('DELETE FROM profiles WHERE hub_id = ? AND kind = ? AND id = ? RETURNING id').bind(hubId, kind, id),
  ]);
  return deleted?.results.length === 1;
}

/** What changed in a hub after a sequence. */
export interface Changes {
  readonly profiles: readonly {
    readonly kind: Kind;
    readonly id: string;
    readonly profile: Profile;
    /** Of the model asked for; base64, see `lib/vectors.ts`. */
    readonly vectors: { readonly windows: string; readonly sentences: string } | undefined;
  }[];
  /** Sequence of the last profile of this page. */
  readonly last: number | undefined;
}

/** Most profiles of one page of changes; about 1.5 MB of text. */
const CHANGES_PAGE = 500;

/** Profiles written after a sequence, oldest first, with their vectors of one model. */
export async function readChanges(db: Queryable, hubId: string, model: string, after: number): Promise<Changes> {
  const { results } = await db
    .prepare(
      `SELECT p.kind, p.id, p.body, p.sequence, v.windows, v.sentences FROM profiles p
       LEFT JOIN vectors v ON v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?
       WHERE p.hub_id = ? AND p.sequence > ? ORDER BY p.sequence LIMIT ?`,
    )
    .bind(model, hubId, after, CHANGES_PAGE)
    .all<{
      kind: Kind;
      id: string;
      body: string;
      sequence: number;
      windows: string | null;
      sentences: string | null;
    }>();
  return {
    profiles: results.map(({ kind, id, body, windows, sentences }) => ({
      kind,
      id,
      profile: JSON.parse(body) as Profile,
      vectors: windows !== null && sentences !== null ? { windows, sentences } : undefined,
    })),
    last: results.at(-1)?.sequence,
  };
}

/** Profiles deleted after a sequence and not written again since. */
export async function readDeletions(
  db: Queryable,
  hubId: string,
  after: number,
): Promise<{ kind: Kind; id: string }[]> {
  const { results } = await db
    .prepare('SELECT kind, id FROM deletions WHERE hub_id = ? AND sequence > ?')
    .bind(hubId, after)
    .all<{ kind: Kind; id: string }>();
  return results;
}
