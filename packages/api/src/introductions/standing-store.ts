import type { IntroductionState } from '@kopru/sdk/schema';
import { guard } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import { OPEN_AT_ONE_HUB, PAUSE_AFTER, REQUESTS_A_DAY } from './limits.ts';
import type { Party } from './sides.ts';

/** How one profile stands to another that it wants to ask. */
export interface Standing {
  /** The asked profile has blocked the asking one. */
  readonly blocked: boolean;
  /** The asking profile has blocked the asked one. */
  readonly blocking: boolean;
  /** State of an introduction of the two that leaves no room for another. */
  readonly earlier: IntroductionState | null;
  /** When that one was decided. */
  readonly since: string | null;
  /** Requests of the asking profile within 24 hours. */
  readonly today: number;
  /** Its open requests at the asked profile's hub. */
  readonly open: number;
}

const OPEN_OR_ACCEPTED = "('awaiting_approval', 'requested', 'accepted')";

/**
 * ?1–?3 the asking profile, ?4–?6 the asked one, ?7 a day ago, ?8–?10 the starts of the pauses. What
 * the asking profile was never shown, it is not told of here either.
 */
const STANDING = `
  WITH of_the_two AS (
    SELECT state, decided_at FROM introductions
    WHERE (
      (from_hub = ?1 AND from_kind = ?2 AND from_id = ?3 AND to_hub = ?4 AND to_kind = ?5 AND to_id = ?6)
      OR (from_hub = ?4 AND from_kind = ?5 AND from_id = ?6 AND to_hub = ?1 AND to_kind = ?2 AND to_id = ?3
        AND blocked = 0 AND delivered_at IS NOT NULL))
      AND (state IN ${OPEN_OR_ACCEPTED}
        OR decided_at > CASE state WHEN 'declined' THEN ?8 WHEN 'expired' THEN ?9 ELSE ?10 END)
    ORDER BY state IN ${OPEN_OR_ACCEPTED} DESC, decided_at DESC LIMIT 1)
  SELECT
    EXISTS (SELECT 1 FROM blocks WHERE hub_id = ?4 AND owner_kind = ?5 AND owner_id = ?6
      AND blocked_hub = ?1 AND blocked_kind = ?2 AND blocked_id = ?3) AS blocked,
    EXISTS (SELECT 1 FROM blocks WHERE hub_id = ?1 AND owner_kind = ?2 AND owner_id = ?3
      AND blocked_hub = ?4 AND blocked_kind = ?5 AND blocked_id = ?6) AS blocking,
    (SELECT state FROM of_the_two) AS earlier,
    (SELECT decided_at FROM of_the_two) AS since,
    (SELECT count(*) FROM introductions
      WHERE from_hub = ?1 AND from_kind = ?2 AND from_id = ?3 AND created_at > ?7) AS today,
    (SELECT count(*) FROM introductions
      WHERE from_hub = ?1 AND from_kind = ?2 AND from_id = ?3 AND to_hub = ?4
        AND state IN ('awaiting_approval', 'requested')) AS open`;

const values = (from: Party, to: Party, now: Date) => [
  ...[from.hub, from.kind, from.id],
  ...[to.hub, to.kind, to.id],
  daysAfter(now, -1),
  ...[PAUSE_AFTER.declined, PAUSE_AFTER.expired, PAUSE_AFTER.withdrawn].map((days) => daysAfter(now, -days)),
];

export async function readStanding(db: Queryable, from: Party, to: Party, now: Date): Promise<Standing> {
  const row = await db
    .prepare(STANDING)
    .bind(...values(from, to, now))
    .first<Omit<Standing, 'blocked' | 'blocking'> & { blocked: number; blocking: number }>();
  const { blocked, blocking, ...rest } = row as NonNullable<typeof row>;
  return { ...rest, blocked: blocked === 1, blocking: blocking === 1 };
}

const PRESENT = 'EXISTS (SELECT 1 FROM profiles WHERE hub_id = ?1 AND kind = ?2 AND id = ?3)';
const BOTH_PRESENT = `${PRESENT} AND ${PRESENT.replace('?1', '?4').replace('?2', '?5').replace('?3', '?6')}`;

/**
 * The statement that fails its batch unless neither profile was erased meanwhile, the asking one may
 * still ask, and is still blocked or not.
 */
export const guardStanding = (db: Queryable, from: Party, to: Party, blocked: boolean, now: Date) =>
  guard(
    db,
    `${BOTH_PRESENT} AND (SELECT blocked = ?11 AND NOT blocking AND earlier IS NULL AND today < ?12 AND open < ?13 FROM (${STANDING}))`,
    ...values(from, to, now),
    blocked ? 1 : 0,
    REQUESTS_A_DAY,
    OPEN_AT_ONE_HUB,
  );
