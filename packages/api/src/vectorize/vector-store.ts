import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import { CHANGE_COLUMNS, type ChangeRow, type Changes, changeFromRow } from '../profiles/changes-store.ts';

/** A profile that may have vectors in a space. */
export interface SentVectors {
  readonly kind: Kind;
  readonly id: string;
  readonly key: string;
  /** How many there may be; those of before a rewrite are counted until they are deleted. */
  readonly windows: number;
}

type Ref = Pick<SentVectors, 'kind' | 'id'>;

const NAMED = "(SELECT value ->> 'kind', value ->> 'id' FROM json_each(?2))";

/** The statement that notes vectors before they are sent. */
export const noteVectors = (db: Queryable, namespace: string, vectors: readonly SentVectors[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO sent_vectors (namespace, kind, id, key, windows)
       SELECT ?1, value ->> 'kind', value ->> 'id', value ->> 'key', value ->> 'windows' FROM json_each(?2) WHERE true
       ON CONFLICT (namespace, kind, id) DO UPDATE SET windows = excluded.windows WHERE excluded.windows > windows`,
    )
    .bind(namespace, JSON.stringify(vectors));

/** What was noted of some profiles. */
export async function notedVectors(db: Queryable, namespace: string, refs: readonly Ref[]): Promise<SentVectors[]> {
  const { results } = await db
    .prepare(`SELECT kind, id, key, windows FROM sent_vectors WHERE namespace = ?1 AND (kind, id) IN ${NAMED}`)
    .bind(namespace, JSON.stringify(refs.map(({ kind, id }) => ({ kind, id }))))
    .all<SentVectors>();
  return results;
}

/** Some of what was noted in a space. */
export async function someVectors(db: Queryable, namespace: string, limit: number): Promise<SentVectors[]> {
  const { results } = await db
    .prepare('SELECT kind, id, key, windows FROM sent_vectors WHERE namespace = ? LIMIT ?')
    .bind(namespace, limit)
    .all<SentVectors>();
  return results;
}

/** The statements that note how many vectors of some profiles are left, once the others are deleted. */
export const keepNoted = (db: Queryable, namespace: string, left: readonly SentVectors[]): D1PreparedStatement[] => {
  const gone = left.filter(({ windows }) => windows === 0);
  const fewer = left.filter(({ windows }) => windows > 0);
  return [
    db.prepare(`DELETE FROM sent_vectors WHERE namespace = ?1 AND (kind, id) IN ${NAMED}`).bind(namespace, json(gone)),
    db
      .prepare(
        `UPDATE sent_vectors SET windows = row.value ->> 'windows' FROM json_each(?2) AS row
         WHERE namespace = ?1 AND kind = row.value ->> 'kind' AND sent_vectors.id = row.value ->> 'id'`,
      )
      .bind(namespace, json(fewer)),
  ];
};

const json = (rows: readonly SentVectors[]) =>
  JSON.stringify(rows.map(({ kind, id, windows }) => ({ kind, id, windows })));

const WITH_VECTORS = `JOIN profiles p ON p.hub_id = ?1 AND p.kind = k.kind AND p.id = k.id
  JOIN vectors v ON v.hub_id = p.hub_id AND v.kind = p.kind AND v.id = p.id AND v.model = ?2`;

/** The profiles of some keys as they are now; one that is gone is left out. */
export async function profilesOfKeys(
  db: Queryable,
  { hubId, namespace, model }: { hubId: string; namespace: string; model: string },
  keys: readonly string[],
): Promise<Changes['profiles']> {
  const { results } = await db
    .prepare(
      `SELECT ${CHANGE_COLUMNS} FROM json_each(?4) AS row
       CROSS JOIN sent_vectors k ON k.namespace = ?3 AND k.key = row.value ${WITH_VECTORS}`,
    )
    .bind(hubId, model, namespace, JSON.stringify(keys))
    .all<ChangeRow>();
  return results.map(changeFromRow);
}

/** The same of profiles by their names. */
export async function profilesNamed(
  db: Queryable,
  hubId: string,
  model: string,
  refs: readonly Ref[],
): Promise<Changes['profiles']> {
  const { results } = await db
    .prepare(
      `SELECT ${CHANGE_COLUMNS} FROM (
         SELECT value ->> 'kind' AS kind, value ->> 'id' AS id FROM json_each(?3)) AS k ${WITH_VECTORS}`,
    )
    .bind(hubId, model, JSON.stringify(refs.map(({ kind, id }) => ({ kind, id }))))
    .all<ChangeRow>();
  return results.map(changeFromRow);
}
