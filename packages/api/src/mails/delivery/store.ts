/**
 * The life of a mail of the outbox: claimed for an attempt, marked before it is sent, settled after it.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { guard } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { Message } from '../message.ts';
import type { MailRow, MailState } from '../store.ts';

/**
 * An attempt that has not ended so many milliseconds after its run began was cut off, and its mail is due again: no
 * run lives longer, and none that is late may think that it still has the mail.
 */
const LEASE = 900_000;

/** Time in which mails to one domain are counted, in milliseconds. */
const MINUTE = 60_000;

/**
 * What `reason` says while a mail is with a transport: who finds it at a claim knows that an attempt was cut off, and
 * whether the transport would know a second copy by its Message-ID.
 */
export const SENDING = { again: 'sending', once: 'sending_once' } as const;

/**
 * Takes mails that are due, so that no other run sends them meanwhile: those of hubs whose mail is not switched off,
 * of each domain no more than its hub sends there in a minute, and of all hubs and domains in turn.
 *
 * ?1 now, ?2 the end of the lease, ?3 a minute ago, ?4 the most of them. The plus keeps the planner from reading the
 * whole outbox in the order of its hubs.
 */
export const CLAIM = `UPDATE mails SET attempts = attempts + 1, next_at = ?2, updated_at = ?1 WHERE id IN (
  SELECT id FROM (
    SELECT m.id, m.next_at, coalesce(s.settings ->> 'perDomain', 60) - coalesce(lately.count, 0) AS room,
      row_number() OVER (PARTITION BY +m.hub_id, m.domain ORDER BY m.next_at, m.id) AS place
    FROM mails m LEFT JOIN mail_settings s ON s.hub_id = m.hub_id
      LEFT JOIN (SELECT hub_id, domain, count(*) AS count FROM mails
                 WHERE attempts > 0 AND updated_at > ?3 AND state <> 'skipped' GROUP BY hub_id, domain) lately
        ON lately.hub_id = m.hub_id AND lately.domain = m.domain
    WHERE m.state = 'due' AND m.next_at <= ?1 AND coalesce(s.settings ->> 'enabled', 1) = 1)
  WHERE place <= room ORDER BY place, next_at, id LIMIT ?4)
RETURNING *`;

export async function claimMails(db: Queryable, limit: number, now: Date): Promise<MailRow[]> {
  const at = (after: number) => new Date(now.getTime() + after).toISOString();
  const { results } = await db.prepare(CLAIM).bind(at(0), at(LEASE), at(-MINUTE), limit).all<MailRow>();
  return results;
}

/** Tells the attempt that has a mail from any later one. */
const CLAIMED = "id = ?1 AND state = 'due' AND attempts = ?2 AND next_at = ?3";
const claimOf = ({ id, attempts, next_at }: MailRow) => [id, attempts, next_at] as const;

/**
 * The statements that mark a mail as with its transport, in the batch that stores what goes with it. They fail, and
 * the batch with them, where the claim is lost or whom it is for has said stop while it was composed.
 *
 * @param addressHash of the recipient. @param transport whether it knows a second copy.
 */
export const markSending = (
  db: Queryable,
  mail: MailRow,
  { message, addressHash, transport }: { message: Message; addressHash: string; transport: keyof typeof SENDING },
  now: Date,
): D1PreparedStatement[] => [
  guard(
    db,
    `EXISTS (SELECT 1 FROM mails WHERE ${CLAIMED})
       AND NOT EXISTS (SELECT 1 FROM suppressions WHERE hub_id = ?4 AND address_hash = ?5)
       AND NOT EXISTS (SELECT 1 FROM mail_settings WHERE hub_id = ?4 AND settings ->> 'enabled' = 0)
       AND (?6 IS NULL OR EXISTS (SELECT 1 FROM subscriptions WHERE id = ?6 AND state <> 'ended'))`,
    ...claimOf(mail),
    mail.hub_id,
    addressHash,
    mail.subscription_id,
  ),
  db
    .prepare('UPDATE mails SET message = ?2, reason = ?3, updated_at = ?4 WHERE id = ?1')
    .bind(mail.id, JSON.stringify(message), SENDING[transport], now.toISOString()),
];

/** How an attempt ended. */
export interface Outcome {
  readonly state: MailState;
  readonly reason?: string | undefined;
  /** Of a mail that is tried again. */
  readonly next?: Date | undefined;
  readonly transportId?: string | undefined;
  /** In place of the one that is kept. */
  readonly message?: Message | undefined;
}

/** States in which staff may look at the message, and one that is tried again. */
const KEEPING: readonly MailState[] = ['due', 'dead', 'uncertain'];

/**
 * The statements that write down how an attempt ended, unless its claim is lost or a report of a bounce came before
 * it. Matches that a dead mail would have told are told by the next one.
 */
export const settleMail = (
  db: Queryable,
  mail: MailRow,
  { state, reason, next, transportId, message }: Outcome,
  now: Date,
): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE mails SET state = ?4, reason = ?5, next_at = ?6, transport_id = ?7, updated_at = ?8,
         sent_at = iif(?4 = 'sent', ?8, sent_at), message = coalesce(?9, iif(?10, message, NULL)) WHERE ${CLAIMED}`,
    )
    .bind(
      ...claimOf(mail),
      state,
      reason ?? null,
      next?.toISOString() ?? null,
      transportId ?? null,
      now.toISOString(),
      message ? JSON.stringify(message) : null,
      KEEPING.includes(state) ? 1 : 0,
    ),
  ...(state === 'dead'
    ? [db.prepare('DELETE FROM mailed_matches WHERE mail_id = ? AND answer IS NULL').bind(mail.id)]
    : []),
];

/** The statement that lets a mail wait for what is not its own fault: no attempt is counted. */
export const postponeMail = (db: Queryable, mail: MailRow, reason: string, next: Date): D1PreparedStatement =>
  db
    .prepare(`UPDATE mails SET attempts = attempts - 1, next_at = ?4, reason = ?5 WHERE ${CLAIMED}`)
    .bind(...claimOf(mail), next.toISOString(), reason);
