import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { type HubSettings, hubSettingsSchema } from '@kopru/sdk/schema';

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

export type Queryable = Pick<D1Database, 'prepare' | 'batch'>;

/** Columns of a hub, to be read by {@link hubFromRow}. */
export const HUB_COLUMNS = 'hubs.id, hubs.name, hubs.country, hubs.settings, hubs.sequence, hubs.created_at';

export interface HubRow {
  id: string;
  name: string;
  country: string | null;
  settings: string;
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
