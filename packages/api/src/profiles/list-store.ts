import type { Kind, ProfileQuery } from '@kopru/sdk/schema';
import type { Exporter } from '../lib/exporter.ts';
import { readCursor, toPage } from '../lib/page.ts';
import type { Queryable } from '../lib/queryable.ts';
import { nameKey, PROFILE_COLUMNS, type ProfileRow, profileFromRow } from './store.ts';

/**
 * A page of a hub's profiles of one kind, by id.
 *
 * @param own id of the only profile that the asker may see; undefined: all of them.
 * @throws {ApiError} `invalid_request` on a cursor that is not of this list.
 */
export async function listPage(
  db: Queryable,
  hubId: string,
  kind: Kind,
  { limit, cursor, status, country, sector, updatedSince, q }: ProfileQuery,
  own: string | undefined,
) {
  const [after] = readCursor(cursor, 1) ?? [];
  const conditions: [sql: string, value: string | number | undefined][] = [
    ['id > ?', after],
    ['id = ?', own],
    ["body ->> '$.status' = ?", status],
    ["body ->> '$.country' = ?", country],
    ["EXISTS (SELECT 1 FROM json_each(body, '$.sectors') WHERE value = ?)", sector],
    ['updated_at >= ?', updatedSince && new Date(updatedSince).toISOString()],
    ['instr(name_key, ?) > 0', q && nameKey(q)],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  const { results } = await db
    .prepare(
      `SELECT ${PROFILE_COLUMNS} FROM profiles
       WHERE ${['hub_id = ?', 'kind = ?', ...given.map(([sql]) => sql)].join(' AND ')} ORDER BY id LIMIT ?`,
    )
    .bind(hubId, kind, ...given.map(([, value]) => value), limit + 1)
    .all<ProfileRow>();
  const page = toPage(results, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map(profileFromRow) };
}

export const profileExporter: Exporter = {
  type: 'profile',
  async page(db, hubId, after = ' ', limit) {
    const [kind = '', id = ''] = after.split(' ');
    const { results } = await db
      .prepare(
        `SELECT ${PROFILE_COLUMNS} FROM profiles WHERE hub_id = ? AND (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?`,
      )
      .bind(hubId, kind, id, limit)
      .all<ProfileRow>();
    return results.map((row) => ({ key: `${row.kind} ${row.id}`, data: profileFromRow(row) }));
  },
};
