import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/** A profile as it is stored. */
export interface StoredProfile {
  readonly kind: Kind;
  readonly id: string;
  /** As its owner sent it, with the schema's defaults. */
  readonly profile: Profile;
  /** Language of the text, stated or detected; null when it cannot be told. */
  readonly lang: string | null;
  /** Counts the writes of this profile, from 1. */
  readonly version: number;
  /** The hub's sequence at the last write of this profile; no two states of any profile of a hub share one. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ProfileRow {
  kind: Kind;
  id: string;
  body: string;
  lang: string | null;
  version: number;
  sequence: number;
  created_at: string;
  updated_at: string;
}

export const PROFILE_COLUMNS = 'kind, id, body, lang, version, sequence, created_at, updated_at';

export const profileFromRow = (row: ProfileRow): StoredProfile => ({
  kind: row.kind,
  id: row.id,
  profile: JSON.parse(row.body) as Profile,
  lang: row.lang,
  version: row.version,
  sequence: row.sequence,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** A profile with the language of its text filled in, as it is compared and shown. */
const withLang = (body: string, lang: string | null): Profile => ({
  ...(JSON.parse(body) as Profile),
  ...(lang && { lang: lang as NonNullable<Profile['lang']> }),
});

/** A name as lists are searched by it: small letters, and İ, I and ı one letter, as keyboards have them. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/[İIı]/g, 'i').toLowerCase();

/** The statement that takes the next numbers of a hub. */
export const nextSequence = (db: Queryable, hubId: string, count = 1): D1PreparedStatement =>
  db.prepare('UPDATE hubs SET sequence = sequence + ? WHERE id = ?').bind(count, hubId);

export async function getProfile(
  db: Queryable,
  hubId: string,
  kind: Kind,
  id: string,
): Promise<StoredProfile | undefined> {
  const row = await db
    .prepare(`SELECT ${PROFILE_COLUMNS} FROM profiles WHERE hub_id = ? AND kind = ? AND id = ?`)
    .bind(hubId, kind, id)
    .first<ProfileRow>();
  return row ? profileFromRow(row) : undefined;
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

/** Profiles of one kind by their ids, with their language, in no particular order; an unknown id is left out. */
export async function getProfiles(
  db: Queryable,
  hubId: string,
  kind: Kind,
  ids: readonly string[],
): Promise<StoredProfile[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PROFILE_COLUMNS} FROM profiles
       WHERE hub_id = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))`,
    )
    .bind(hubId, kind, JSON.stringify(ids))
    .all<ProfileRow>();
  return results.map((row) => ({ ...profileFromRow(row), profile: withLang(row.body, row.lang) }));
}

/** All profiles of one kind, with their language. */
export async function listProfiles(db: Queryable, hubId: string, kind: Kind): Promise<StoredProfile[]> {
  const { results } = await db
    .prepare(`SELECT ${PROFILE_COLUMNS} FROM profiles WHERE hub_id = ? AND kind = ? ORDER BY id`)
    .bind(hubId, kind)
    .all<ProfileRow>();
  return results.map((row) => ({ ...profileFromRow(row), profile: withLang(row.body, row.lang) }));
}

/** Profiles of every kind that nobody wrote since a time. */
export async function inactiveProfiles(
  db: Queryable,
  hubId: string,
  since: string,
  limit: number,
): Promise<{ kind: Kind; id: string }[]> {
  const { results } = await db
    .prepare('SELECT kind, id FROM profiles WHERE hub_id = ? AND updated_at < ? LIMIT ?')
    .bind(hubId, since, limit)
    .all<{ kind: Kind; id: string }>();
  return results;
}

/** What changed in a hub after a sequence. */
export interface Changes {
  readonly profiles: readonly {
    readonly kind: Kind;
    readonly id: string;
    /** With its language. */
    readonly profile: Profile;
    /** The hub's sequence at its last write. */
    readonly sequence: number;
    /**
     * Of the model asked for; base64, see `lib/vectors.ts`. Names null: a row of before they had a
     * column, in which they stand behind the sentences.
     */
    readonly vectors:
      | { readonly windows: string; readonly sentences: string; readonly names: string | null }
      | undefined;
  }[];
  /** Sequence of the last profile of this page. */
  readonly last: number | undefined;
}

/** Most profiles of one page of changes … */
const CHANGES_PAGE = 500;
/** … and bytes of their texts and vectors, of which an isolate holds several copies while it reads them. */
const CHANGES_BYTES = 6_000_000;

/**
 * SQL of the sequence with which a page of changes ends: at least one row, and no more than an isolate
 * can hold.
 *
 * @param from SQL of the rows from which the page is taken: profiles `p` with their vectors `v`.
 */
export const endOfPage = (from: string): string =>
  `(SELECT max(sequence) FROM (
      SELECT sequence, sum(size) OVER (ORDER BY sequence) - size AS before FROM (
        SELECT p.sequence, octet_length(p.body) + ifnull(octet_length(v.windows), 0)
          + ifnull(octet_length(v.sentences), 0) + ifnull(octet_length(v.names), 0) AS size
        ${from} ORDER BY p.sequence LIMIT ${CHANGES_PAGE}))
    WHERE before < ${CHANGES_BYTES})`;

const CHANGES = `FROM profiles p
  LEFT JOIN vectors v ON v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?1
  WHERE p.hub_id = ?2 AND p.sequence > ?3`;

/** A profile with its vectors of one model, as a row of {@link CHANGE_COLUMNS}. */
export interface ChangeRow {
  kind: Kind;
  id: string;
  body: string;
  lang: string | null;
  sequence: number;
  windows: string | null;
  sentences: string | null;
  names: string | null;
}

/** Columns of profiles `p` with their vectors `v`, to be read by {@link changeFromRow}. */
export const CHANGE_COLUMNS = 'p.kind, p.id, p.body, p.lang, p.sequence, v.windows, v.sentences, v.names';

export const changeFromRow = (row: ChangeRow): Changes['profiles'][number] => {
  const { kind, id, body, lang, sequence, windows, sentences, names } = row;
  return {
    kind,
    id,
    sequence,
    // Read when it is asked for, so that a row that cannot be read fails itself and not its page.
    get profile() {
      return withLang(body, lang);
    },
    vectors: windows !== null && sentences !== null ? { windows, sentences, names } : undefined,
  };
};

/** Profiles written after a sequence, oldest first, with their vectors of one model. */
export async function readChanges(db: Queryable, hubId: string, model: string, after: number): Promise<Changes> {
  const { results } = await db
    .prepare(`SELECT ${CHANGE_COLUMNS} ${CHANGES} AND p.sequence <= ${endOfPage(CHANGES)} ORDER BY p.sequence`)
    .bind(model, hubId, after)
    .all<ChangeRow>();
  return { profiles: results.map(changeFromRow), last: results.at(-1)?.sequence };
}

/** A profile that was deleted and not written again since. */
export interface Deletion {
  readonly kind: Kind;
  readonly id: string;
  /** The hub's sequence at its deletion. */
  readonly sequence: number;
}

/**
 * Deletions after a sequence, oldest first.
 *
 * @param limit none: all of them.
 */
export async function readDeletions(db: Queryable, hubId: string, after: number, limit = -1): Promise<Deletion[]> {
  const { results } = await db
    .prepare(
      'SELECT kind, id, sequence FROM deletions WHERE hub_id = ? AND sequence > ? ORDER BY sequence, kind, id LIMIT ?',
    )
    .bind(hubId, after, limit)
    .all<Deletion>();
  return results;
}

/** Profiles of all hubs that are there beside their tombstone, as only a restored backup leaves them. */
export async function cameBack(db: Queryable, limit: number): Promise<{ hubId: string; kind: Kind; id: string }[]> {
  const { results } = await db
    .prepare(`SELECT hub_id AS hubId, kind, id FROM deletions JOIN profiles USING (hub_id, kind, id) LIMIT ?`)
    .bind(limit)
    .all<{ hubId: string; kind: Kind; id: string }>();
  return results;
}
