import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type HubSettings, hubSettingsSchema } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';

/** A tenant, as a request sees it. */
export interface Hub {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly settings: HubSettings;
  /** Number of the hub's last write. */
  readonly sequence: number;
  readonly createdAt: string;
}

/** Columns of a hub, to be read by {@link hubFromRow}. */
export const HUB_COLUMNS = 'hubs.id, hubs.name, hubs.country, hubs.settings, hubs.sequence, hubs.created_at';

/** What a hub may change of itself, as it is stored: settings in JSON, with only the parts that the hub has set. */
interface HubFields {
  name: string;
  country: string | null;
  settings: string;
}

export interface HubRow extends HubFields {
  id: string;
  sequence: number;
  created_at: string;
}

export const hubFromRow = ({ id, name, country, settings, sequence, created_at }: HubRow): Hub => ({
  id,
  name,
  country,
  settings: hubSettingsSchema.parse(JSON.parse(settings)),
  sequence,
  createdAt: created_at,
});

export async function findHub(db: Queryable, id: string): Promise<Hub | undefined> {
  const row = await db.prepare(`SELECT ${HUB_COLUMNS} FROM hubs WHERE id = ?`).bind(id).first<HubRow>();
  return row ? hubFromRow(row) : undefined;
}

/** The hub, unless it is being erased. */
export async function findOpenHub(db: Queryable, id: string): Promise<Hub | undefined> {
  const row = await db
    .prepare(`SELECT ${HUB_COLUMNS} FROM hubs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM erased_hubs WHERE id = ?1)`)
    .bind(id)
    .first<HubRow>();
  return row ? hubFromRow(row) : undefined;
}

/** The statement that creates a hub. */
export const insertHub = (
  db: Queryable,
  {
    id,
    name,
    country = null,
    settings = {},
  }: { id: string; name: string; country?: string | null; settings?: unknown },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO hubs (id, name, country, settings, created_at) VALUES (?, ?, ?, ?, ?)')
    .bind(id, name, country, JSON.stringify(settings), now.toISOString());

/** Holds while no hub has, or ever had, this id. */
export const guardFreeId = (db: Queryable, id: string): D1PreparedStatement =>
  guard(
    db,
    'NOT EXISTS (SELECT 1 FROM hubs WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM erased_hubs WHERE id = ?1)',
    id,
  );

export async function hubFields(db: Queryable, id: string): Promise<HubFields | null> {
  return db.prepare('SELECT name, country, settings FROM hubs WHERE id = ?').bind(id).first<HubFields>();
}

/** The statements that change a hub unless it was changed since it was read; settings change lists, so that they take a number. */
export const updateHub = (db: Queryable, id: string, from: HubFields, to: HubFields): D1PreparedStatement[] => [
  guard(
    db,
    'EXISTS (SELECT 1 FROM hubs WHERE id = ? AND name = ? AND country IS ? AND settings = ?)',
    id,
    from.name,
    from.country,
    from.settings,
  ),
  db
    .prepare('UPDATE hubs SET name = ?, country = ?, settings = ?, sequence = sequence + 1 WHERE id = ?')
    .bind(to.name, to.country, to.settings, id),
];

/** Hubs in the order of their ids: what the operator sees of them. */
export async function listHubs(db: Queryable, after: string, limit: number) {
  const { results } = await db
    .prepare('SELECT id, name, country, created_at AS createdAt FROM hubs WHERE id > ? ORDER BY id LIMIT ?')
    .bind(after, limit)
    .all<Pick<Hub, 'id' | 'name' | 'country' | 'createdAt'>>();
  return results;
}
