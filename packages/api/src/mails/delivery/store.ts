/**
 * The life of a mail of the outbox: claimed for an attempt, stored before it is sent, settled after it.
 *
 * @module
 */
import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Queryable } from '../../lib/queryable.ts';
import type { Message } from '../message.ts';
import type { MailRow, MailState } from '../store.ts';

/** An attempt that has not ended so many milliseconds after it was claimed was cut off, and its mail is due again. */
const LEASE = 120_000;

/** Time in which mails to one domain are counted, in milliseconds. */
const MINUTE = 60_000;

/** What `reason` says while an attempt runs; who finds it at a claim knows that one was cut off. */
export const SENDING = 'sending';

/**
 * Takes mails that are due, so that no other run sends them meanwhile: those of hubs whose mail is not switched off,
 * of each domain no more than its hub sends there in a minute, and of all hubs and domains in turn.
 */
export async function claimMails(db: Queryable, limit: number, now: Date): Promise<MailRow[]> {
  const { results } = await db
    .prepare(
      `UPDATE mails SET attempts = attempts + 1, next_at = ?2, updated_at = ?1 WHERE id IN (
         SELECT id FROM (
           SELECT m.id, m.next_at, coalesce(s.settings ->> 'perDomain', 60) - coalesce(lately.count, 0) AS room,
             row_number() OVER (PARTITION BY m.hub_id, m.domain ORDER BY m.next_at, m.id) AS place
           FROM mails m LEFT JOIN mail_settings s ON s.hub_id = m.hub_id
             LEFT JOIN (SELECT hub_id, domain, count(*) AS count FROM mails
                        WHERE attempts > 0 AND updated_at > ?3 GROUP BY hub_id, domain) lately
               ON lately.hub_id = m.hub_id AND lately.domain = m.domain
           WHERE m.state = 'due' AND m.next_at <= ?1 AND coalesce(s.settings ->> 'enabled', 1) = 1)
         WHERE place <= room ORDER BY place, next_at, id LIMIT ?4)
       RETURNING *`,
    )
    .bind(
      now.toISOString(),
      new Date(now.getTime() + LEASE).toISOString(),
      new Date(now.getTime() - MINUTE).toISOString(),
      limit,
    )
    .all<MailRow>();
  return results;
}

/**
 * Marks a mail as on its way, in the batch that stores what it is made of.
 *
 * @param message undefined where it is stored already.
 */
export const markSending = (
  db: Queryable,
  { id }: Pick<MailRow, 'id'>,
  message: Message | undefined,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare('UPDATE mails SET message = coalesce(?2, message), reason = ?3, updated_at = ?4 WHERE id = ?1')
    .bind(id, message ? JSON.stringify(message) : null, SENDING, now.toISOString());

/** How an attempt ended. */
export interface Outcome {
  readonly state: MailState;
  readonly reason?: string | undefined;
  /** Of a mail that is tried again. */
  readonly next?: Date | undefined;
  readonly transportId?: string | undefined;
  /** The message is kept for staff to look at; else only that of a mail that is tried again is. */
  readonly keepsMessage?: boolean;
}

/** The statement that writes down how an attempt ended. */
export const settleMail = (
  db: Queryable,
  { id }: Pick<MailRow, 'id'>,
  {
    state,
    reason,
    next,
    transportId,
    keepsMessage = state === 'due' || state === 'dead' || state === 'uncertain',
  }: Outcome,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE mails SET state = ?2, reason = ?3, next_at = ?4, transport_id = ?5, updated_at = ?6,
         sent_at = iif(?2 = 'sent', ?6, sent_at), message = iif(?7, message, NULL) WHERE id = ?1`,
    )
    .bind(
      id,
      state,
      reason ?? null,
      next?.toISOString() ?? null,
      transportId ?? null,
      now.toISOString(),
      keepsMessage ? 1 : 0,
    );

/** The statement that lets a mail wait for what is not its own fault: no attempt is counted. */
export const postponeMail = (db: Queryable, { id }: Pick<MailRow, 'id'>, reason: string, next: Date) =>
  db
    .prepare('UPDATE mails SET attempts = attempts - 1, next_at = ?, reason = ? WHERE id = ?')
    .bind(next.toISOString(), reason, id);
