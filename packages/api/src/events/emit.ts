import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { EventType } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

/**
 * The statement that puts an event into the outbox of a hub. It belongs in the batch of the change
 * itself; ring for `deliver-webhooks` after the batch.
 *
 * @param data ids, numbers and states only: whoever receives the event reads the rest through the API.
 */
export function emit(
  db: Queryable,
  hubId: string,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO events (id, hub_id, type, data, created_at) VALUES (?, ?, ?, ?, ?)')
    .bind(`evt_${crypto.randomUUID()}`, hubId, type, JSON.stringify(data), now.toISOString());
}
