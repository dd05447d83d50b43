import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { withLang } from './store.ts';

/** A stored profile with its vectors. */
export interface IndexedProfile {
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
  readonly vectors: { readonly windows: string; readonly sentences: string; readonly names: string | null } | undefined;
}

/** What changed in a hub after a sequence. */
export interface Changes {
  readonly profiles: readonly IndexedProfile[];
  /** Sequence of the last profile of this page. */
  readonly last: number | undefined;
}

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

export const changeFromRow = ({
  kind,
  id,
  body,
  lang,
  sequence,
  windows,
  sentences,
  names,
}: ChangeRow): IndexedProfile => ({
  kind,
  id,
  sequence,
  // Read when it is asked for, so that a row that cannot be read fails itself and not its page.
  get profile() {
    return withLang(body, lang);
  },
  vectors: windows !== null && sentences !== null ? { windows, sentences, names } : undefined,
});

const SIZE = `octet_length(p.body) + ifnull(octet_length(v.windows), 0)
  + ifnull(octet_length(v.sentences), 0) + ifnull(octet_length(v.names), 0)`;

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
        SELECT p.sequence, ${SIZE} AS size ${from} ORDER BY p.sequence LIMIT ${CHANGES_PAGE}))
    WHERE before < ${CHANGES_BYTES})`;

const OF_HUB = `FROM profiles p
  LEFT JOIN vectors v ON v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?1
  WHERE p.hub_id = ?2`;

const CHANGES = `${OF_HUB} AND p.sequence > ?3`;

/** Profiles written after a sequence, oldest first, with their vectors of one model. */
export async function readChanges(db: Queryable, hubId: string, model: string, after: number): Promise<Changes> {
  const { results } = await db
    .prepare(`SELECT ${CHANGE_COLUMNS} ${CHANGES} AND p.sequence <= ${endOfPage(CHANGES)} ORDER BY p.sequence`)
    .bind(model, hubId, after)
    .all<ChangeRow>();
  return { profiles: results.map(changeFromRow), last: results.at(-1)?.sequence };
}

/** Where a range of profiles begins, in the order of kind, then id. `['', '']` comes before all of them. */
export type Place = readonly [kind: string, id: string];

/**
 * A page of the profiles of a hub from a place on, in the order of kind and id, with their vectors of one model.
 *
 * @param end the place before which they end; undefined: the end of the hub.
 * @returns and where the next page begins; undefined after the last.
 */
export async function readRange(
  db: Queryable,
  hubId: string,
  model: string,
  from: Place,
  end: Place | undefined,
): Promise<{ readonly profiles: readonly IndexedProfile[]; readonly next: Place | undefined }> {
  const [kind, id] = end ?? [null, null];
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT *, sum(size) OVER (ORDER BY kind, id) - size AS before FROM (
           SELECT ${CHANGE_COLUMNS}, ${SIZE} AS size ${OF_HUB}
             AND (p.kind, p.id) >= (?3, ?4) AND (?5 IS NULL OR (p.kind, p.id) < (?5, ?6))
           ORDER BY p.kind, p.id LIMIT ${CHANGES_PAGE}))
       WHERE before < ${CHANGES_BYTES} ORDER BY kind, id`,
    )
    .bind(model, hubId, ...from, kind, id)
    .all<ChangeRow>();
  const last = results.at(-1);
  return {
    profiles: results.map(changeFromRow),
    next: last && (await placeAfter(db, hubId, [last.kind, last.id], end)),
  };
}

/** The place of the profile that follows on one; undefined where there is none before the end. */
async function placeAfter(
  db: Queryable,
  hubId: string,
  after: Place,
  end: Place | undefined,
): Promise<Place | undefined> {
  const [kind, id] = end ?? [null, null];
  const next = await db
    .prepare(
      `SELECT kind, id FROM profiles WHERE hub_id = ?1 AND (kind, id) > (?2, ?3)
         AND (?4 IS NULL OR (kind, id) < (?4, ?5)) ORDER BY kind, id LIMIT 1`,
    )
    .bind(hubId, ...after, kind, id)
    .first<{ kind: string; id: string }>();
  return next ? [next.kind, next.id] : undefined;
}
