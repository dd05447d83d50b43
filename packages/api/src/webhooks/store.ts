import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Delivery, Webhook } from '@kopru/sdk/schema';
import type { Queryable } from '../lib/queryable.ts';

interface EndpointRow {
  id: string;
  url: string;
  description: string;
  events: string | null;
  status: Webhook['status'];
  failures: number;
  created_at: string;
  updated_at: string;
}

const COLUMNS = 'id, url, description, events, status, failures, created_at, updated_at';

const fromRow = (row: EndpointRow): Webhook => ({
  id: row.id,
  url: row.url,
  description: row.description,
  events: row.events ? JSON.parse(row.events) : null,
  status: row.status,
  failures: row.failures,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export async function getEndpoint(db: Queryable, hubId: string, id: string): Promise<Webhook | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM endpoints WHERE hub_id = ? AND id = ?`)
    .bind(hubId, id)
    .first<EndpointRow>();
  return row ? fromRow(row) : undefined;
}

/** Endpoints of a hub after an id, in the order of their ids. */
export async function listEndpoints(db: Queryable, hubId: string, after: string, limit: number): Promise<Webhook[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM endpoints WHERE hub_id = ? AND id > ? ORDER BY id LIMIT ?`)
    .bind(hubId, after, limit)
    .all<EndpointRow>();
  return results.map(fromRow);
}

/** The statement that stores a new endpoint. */
export const insertEndpoint = (
  db: Queryable,
  hubId: string,
  endpoint: Pick<Webhook, 'id' | 'url' | 'description' | 'events'> & { readonly secret: string },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO endpoints (id, hub_id, url, description, events, secret, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)`,
    )
    .bind(
      endpoint.id,
      hubId,
      endpoint.url,
      endpoint.description,
      endpoint.events && JSON.stringify(endpoint.events),
      endpoint.secret,
      now.toISOString(),
    );

/** The statement that stores an endpoint as it is now; one that is enabled begins with no failures. */
export const updateEndpoint = (
  db: Queryable,
  hubId: string,
  { id, url, description, events, status }: Pick<Webhook, 'id' | 'url' | 'description' | 'events' | 'status'>,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE endpoints SET url = ?3, description = ?4, events = ?5, updated_at = ?7,
         failures = CASE WHEN status = 'disabled' AND ?6 = 'enabled' THEN 0 ELSE failures END, status = ?6
       WHERE hub_id = ?1 AND id = ?2`,
    )
    .bind(hubId, id, url, description, events && JSON.stringify(events), status, now.toISOString());

/** The statement that makes a secret the current one; the one before works until a time. */
export const rotateSecret = (
  db: Queryable,
  hubId: string,
  id: string,
  { secret, until }: { secret: string; until: Date },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE endpoints SET previous_secret = secret, previous_until = ?, secret = ?, updated_at = ?
       WHERE hub_id = ? AND id = ?`,
    )
    .bind(until.toISOString(), secret, now.toISOString(), hubId, id);

export const deleteEndpoint = (db: Queryable, hubId: string, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM endpoints WHERE hub_id = ? AND id = ?').bind(hubId, id);

/** Deliveries of an endpoint, newest event first. */
export async function listDeliveries(
  db: Queryable,
  hubId: string,
  endpointId: string,
  { state, before, limit }: { state: Delivery['state'] | undefined; before: number; limit: number },
): Promise<(Delivery & { number: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT d.id, d.state, d.attempts, d.next_at, d.last_status, d.last_error, d.updated_at,
              e.number, e.id AS event_id, e.type, e.created_at
       FROM deliveries d JOIN events e ON e.number = d.event_number
       WHERE d.hub_id = ?1 AND d.endpoint_id = ?2 AND e.number < ?3 AND (?4 IS NULL OR d.state = ?4)
       ORDER BY e.number DESC LIMIT ?5`,
    )
    .bind(hubId, endpointId, before, state ?? null, limit)
    .all<{
      id: string;
      state: Delivery['state'];
      attempts: number;
      next_at: string | null;
      last_status: number | null;
      last_error: Delivery['lastError'];
      updated_at: string;
      number: number;
      event_id: string;
      type: Delivery['event']['type'];
      created_at: string;
    }>();
  return results.map((row) => ({
    id: row.id,
    event: { id: row.event_id, type: row.type, createdAt: row.created_at },
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    updatedAt: row.updated_at,
    number: row.number,
  }));
}

/** The statement that makes dead letters due now: one of them, or all of an endpoint. */
export const replayDeliveries = (
  db: Queryable,
  hubId: string,
  endpointId: string,
  deliveryId: string | null,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE deliveries SET state = 'pending', attempts = 0, next_at = ?4, updated_at = ?4
       WHERE hub_id = ?1 AND endpoint_id = ?2 AND ((?3 IS NULL AND state = 'dead') OR (id = ?3 AND state <> 'pending'))
       RETURNING id`,
    )
    .bind(hubId, endpointId, deliveryId, now.toISOString());

/** The statements that send a test event to one endpoint. */
export function testEvent(db: Queryable, hubId: string, endpointId: string, now: Date): D1PreparedStatement[] {
  const eventId = `evt_${crypto.randomUUID()}`;
  const at = now.toISOString();
  return [
    db
      .prepare(
        "INSERT INTO events (id, hub_id, type, data, created_at, dispatched_at) VALUES (?1, ?2, 'endpoint.test', ?3, ?4, ?4)",
      )
      .bind(eventId, hubId, JSON.stringify({ endpoint: endpointId }), at),
    db
      .prepare(
        `INSERT INTO deliveries (id, hub_id, endpoint_id, event_number, next_at, updated_at)
         SELECT 'dlv_' || ?1, ?2, ?3, number, ?4, ?4 FROM events WHERE id = ?1`,
      )
      .bind(eventId, hubId, endpointId, at),
  ];
}
