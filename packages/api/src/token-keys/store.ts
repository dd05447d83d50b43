import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { TokenKey } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';
import type { TokenKeyMaterial } from '../lib/viewer-token.ts';

interface Row extends TokenKeyMaterial {
  readonly kid: string;
  readonly created_at: string;
}

const fromRow = ({ kid, alg, material, created_at }: Row): TokenKey => ({
  kid,
  alg,
  ...(alg === 'EdDSA' && { publicKey: JSON.parse(material) }),
  createdAt: created_at,
});

export async function findTokenKey(db: Queryable, hubId: string, kid: string): Promise<TokenKey | undefined> {
  const row = await db
    .prepare('SELECT kid, alg, material, created_at FROM token_keys WHERE hub_id = ? AND kid = ?')
    .bind(hubId, kid)
    .first<Row>();
  return row ? fromRow(row) : undefined;
}

/** What verifies the tokens of a kid. */
export const findMaterial = (db: Queryable, hubId: string, kid: string): Promise<TokenKeyMaterial | null> =>
  db
    .prepare('SELECT alg, material FROM token_keys WHERE hub_id = ? AND kid = ?')
    .bind(hubId, kid)
    .first<TokenKeyMaterial>();

/** Token keys in the order of their kids. */
export async function listTokenKeys(db: Queryable, hubId: string, after: string, limit: number): Promise<TokenKey[]> {
  const { results } = await db
    .prepare('SELECT kid, alg, material, created_at FROM token_keys WHERE hub_id = ? AND kid > ? ORDER BY kid LIMIT ?')
    .bind(hubId, after, limit)
    .all<Row>();
  return results.map(fromRow);
}

export const putTokenKey = (
  db: Queryable,
  hubId: string,
  { kid, alg, material }: Pick<Row, 'kid' | 'alg' | 'material'>,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO token_keys (hub_id, kid, alg, material, created_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (hub_id, kid) DO UPDATE SET
         alg = excluded.alg, material = excluded.material, created_at = excluded.created_at`,
    )
    .bind(hubId, kid, alg, material, now.toISOString());

export const deleteTokenKey = (db: Queryable, hubId: string, kid: string): D1PreparedStatement =>
  db.prepare('DELETE FROM token_keys WHERE hub_id = ? AND kid = ?').bind(hubId, kid);
