import type { Kind } from '@kopru/sdk/schema';
import type { Queryable } from './queryable.ts';

/** How one noun is exported. */
export interface Exporter {
  /** The `type` of its lines. */
  readonly type: string;
  /** Most rows that are read at once, where one may be large. @default 500 */
  readonly atOnce?: number;
  /**
   * A page of a hub's rows, in the order of a unique key.
   *
   * @param after key of the last row of the page before; undefined for the first page.
   * @returns at most `limit` rows with their keys; fewer only on the last page.
   */
  page(db: Queryable, hubId: string, after: string | undefined, limit: number): Promise<readonly ExportedRow[]>;
  /** What the noun keeps about one profile, for its owner. Left out when it keeps nothing. */
  ofProfile?(db: Queryable, hubId: string, kind: Kind, id: string): Promise<readonly unknown[]>;
}

interface ExportedRow {
  readonly key: string;
  /** Without hashes, secrets and what belongs to another hub. */
  readonly data: unknown;
}

interface Table {
  readonly type: string;
  /** SQL of a table or a query in brackets that has a column `hub_id`. */
  readonly from: string;
  /** Columns that order its rows, unique within a hub. */
  readonly key: readonly string[];
  /** SQL of the JSON object that is exported of a row. */
  readonly data: string;
  readonly atOnce?: number;
  /** SQL that tells the rows about a profile of kind ?2 and id ?3. None: they are about no profile. */
  readonly about?: string;
}

/** The exporter of a table. */
export function tableExporter({ type, from, key, data, about, ...more }: Table): Exporter {
  const columns = key.join();
  const places = key.map(() => '?').join();
  return {
    ...more,
    type,
    async page(db, hubId, after, limit) {
      const { results } = await db
        .prepare(
          `SELECT json_array(${columns}) AS key, ${data} AS data FROM ${from}
           WHERE hub_id = ? ${after === undefined ? '' : `AND (${columns}) > (${places})`} ORDER BY ${columns} LIMIT ?`,
        )
        .bind(hubId, ...(after === undefined ? [] : JSON.parse(after)), limit)
        .all<{ key: string; data: string }>();
      return results.map((row) => ({ key: row.key, data: JSON.parse(row.data) }));
    },
    ...(about && {
      async ofProfile(db, hubId, kind, id) {
        const { results } = await db
          .prepare(`SELECT ${data} AS data FROM ${from} WHERE hub_id = ?1 AND ${about} ORDER BY ${columns}`)
          .bind(hubId, kind, id)
          .all<{ data: string }>();
        return results.map((row) => JSON.parse(row.data));
      },
    }),
  };
}
