/**
 * The life of a delivery: written for an event, claimed for an attempt, settled after it.
 *
 * @module
 */
import type { EventType } from '@kopru/sdk/schema';
import { record } from '../audit/record.ts';
import { emit } from '../events/emit.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Outcome } from './attempt.ts';

/** Most events that deliveries are written for at once, and most rows that one statement deletes. */
const EVENTS = 1000;

/** Most attempts under way at once for one endpoint and for one hub: who answers slowly leaves room for the others. */
const OF_ENDPOINT = 2;
const OF_HUB = 4;

/** An attempt that has not ended so many milliseconds after its run began was cut off, and the delivery is due again. */
const LEASE = 60_000;

/** A delivery whose attempt is under way, with all that it takes. */
export interface Claim {
  readonly id: string;
  readonly hub_id: string;
  readonly endpoint_id: string;
  /** Counts this one too. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
  readonly previous_secret: string | null;
  readonly event_id: string;
  readonly type: EventType;
  readonly data: string;
  readonly created_at: string;
}

/**
 * Turns events of the outbox into deliveries: one for each enabled endpoint that wants the event. An
 * event is marked in the same transaction, so that none is lost and none is sent twice over.
 *
 * @returns whether there may be more of them.
 */
export async function dispatchEvents(db: Queryable, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const undispatched = `SELECT number FROM events WHERE dispatched_at IS NULL ORDER BY number LIMIT ${EVENTS}`;
  const [, marked] = await db.batch([
    db
      .prepare(
        `INSERT INTO deliveries (id, hub_id, endpoint_id, event_number, next_at, updated_at)
         SELECT 'dlv_' || lower(hex(randomblob(16))), e.hub_id, p.id, e.number, ?1, ?1
         FROM events e JOIN endpoints p ON p.hub_id = e.hub_id AND p.status = 'enabled'
         WHERE e.number IN (${undispatched})
           AND (p.events IS NULL OR e.type IN (SELECT value FROM json_each(p.events)))
         ON CONFLICT DO NOTHING`,
      )
      .bind(at),
    db.prepare(`UPDATE events SET dispatched_at = ?1 WHERE number IN (${undispatched}) RETURNING 1`).bind(at),
  ]);
  return marked?.results.length === EVENTS;
}

/**
 * Takes the delivery that is due longest, so that no other run sends it meanwhile.
 *
 * @param underWay deliveries whose attempts have not ended.
 * @returns undefined when none is due but of those that have as many under way as they may.
 */
export async function claimDelivery(db: Queryable, underWay: readonly Claim[], now: Date): Promise<Claim | undefined> {
  const full = (of: (claim: Claim) => string, most: number) => {
    const ids = underWay.map(of);
    return JSON.stringify(ids.filter((id) => ids.filter((other) => other === id).length >= most));
  };
  const claimed = await db
    .prepare(
      `UPDATE deliveries SET attempts = attempts + 1, next_at = ?2
       WHERE id = (
         SELECT id FROM deliveries d
         WHERE state = 'pending' AND next_at <= ?1
           AND EXISTS (SELECT 1 FROM endpoints WHERE id = d.endpoint_id AND status = 'enabled')
           AND endpoint_id NOT IN (SELECT value FROM json_each(?3))
           AND hub_id NOT IN (SELECT value FROM json_each(?4))
         ORDER BY next_at LIMIT 1)
       RETURNING id`,
    )
    .bind(
      now.toISOString(),
      new Date(now.getTime() + LEASE).toISOString(),
      full(({ endpoint_id }) => endpoint_id, OF_ENDPOINT),
      full(({ hub_id }) => hub_id, OF_HUB),
    )
    .first<{ id: string }>();
  if (!claimed) return undefined;
  const claim = await db
    .prepare(
      `SELECT d.id, d.hub_id, d.endpoint_id, d.attempts, p.url, p.secret,
              CASE WHEN p.previous_until > ?2 THEN p.previous_secret END AS previous_secret,
              e.id AS event_id, e.type, e.data, e.created_at
       FROM deliveries d JOIN endpoints p ON p.id = d.endpoint_id JOIN events e ON e.number = d.event_number
       WHERE d.id = ?1`,
    )
    .bind(claimed.id, now.toISOString())
    .first<Claim>();
  // Gone with its endpoint in between: the next one is taken instead.
  return claim ?? claimDelivery(db, underWay, now);
}

/**
 * Writes down how an attempt ended.
 *
 * @param next when to try again; undefined when the event was delivered or the delivery is dead.
 * @returns the failed attempts in a row of the endpoint.
 */
export async function settleDelivery(
  db: Queryable,
  { id, endpoint_id }: Claim,
  { delivered, status, error }: Outcome,
  next: Date | undefined,
  now: Date,
): Promise<number> {
  const state = delivered ? 'delivered' : next ? 'pending' : 'dead';
  const [, , counted] = await db.batch<{ failures: number }>([
    db
      .prepare(
        'UPDATE deliveries SET state = ?, next_at = ?, last_status = ?, last_error = ?, updated_at = ? WHERE id = ?',
      )
      .bind(state, next?.toISOString() ?? null, status, error, now.toISOString(), id),
    // Another attempt may have disabled the endpoint meanwhile: nothing waits for it then.
    db
      .prepare(
        `UPDATE deliveries SET state = 'dead', next_at = NULL WHERE id = ?1 AND state = 'pending'
           AND EXISTS (SELECT 1 FROM endpoints WHERE id = ?2 AND status = 'disabled')`,
      )
      .bind(id, endpoint_id),
    db
      .prepare(
        'UPDATE endpoints SET failures = CASE WHEN ? THEN 0 ELSE failures + 1 END WHERE id = ? RETURNING failures',
      )
      .bind(delivered ? 1 : 0, endpoint_id),
  ]);
  return counted?.results[0]?.failures ?? 0;
}

/** Stops sending to an endpoint; what waits for it becomes dead letters. Its hub hears of it at its other endpoints. */
export async function disableEndpoint(
  db: Queryable,
  { endpoint_id: id, hub_id: hubId }: Claim,
  now: Date,
): Promise<void> {
  const disabled = await db
    .prepare(
      "UPDATE endpoints SET status = 'disabled', updated_at = ? WHERE id = ? AND status = 'enabled' RETURNING id",
    )
    .bind(now.toISOString(), id)
    .first();
  if (!disabled) return;
  const entry = { action: 'webhook.disabled', subject: { kind: 'webhook', id } };
  await db.batch([
    db
      .prepare("UPDATE deliveries SET state = 'dead', next_at = NULL WHERE endpoint_id = ? AND state = 'pending'")
      .bind(id),
    emit(db, hubId, 'endpoint.disabled', { endpoint: id }, now),
    record(db, hubId, { kind: 'job', id: 'deliver-webhooks' }, entry, now),
  ]);
}

/**
 * Forgets some events, with their deliveries, that are older than a time and are not waited for.
 *
 * @returns whether there may be more of them.
 */
export async function forgetEvents(db: Queryable, before: Date): Promise<boolean> {
  const { results } = await db
    .prepare(
      `DELETE FROM events WHERE number IN (
         SELECT number FROM events WHERE created_at < ? AND dispatched_at IS NOT NULL
           AND number NOT IN (SELECT event_number FROM deliveries WHERE state = 'pending') LIMIT ${EVENTS})
       RETURNING 1`,
    )
    .bind(before.toISOString())
    .all();
  return results.length === EVENTS;
}
