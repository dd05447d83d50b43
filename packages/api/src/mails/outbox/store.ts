import type { D1PreparedStatement } from '@cloudflare/workers-types';
import type { Mail, MailContent, MailQuery } from '@kopru/sdk/schema';
import { readCursor, toPage } from '../../lib/page.ts';
import type { Queryable } from '../../lib/queryable.ts';
import { contentOf, type Message } from '../message.ts';
import type { MailRow } from '../store.ts';

const toMail = (row: MailRow): Mail => ({
  id: row.id,
  subscription: row.subscription_id,
  notice: row.notice,
  state: row.state,
  reason: row.reason,
  attempts: row.attempts,
  nextAttemptAt: row.state === 'due' ? row.next_at : null,
  createdAt: row.created_at,
  sentAt: row.sent_at,
});

export async function getMail(
  db: Queryable,
  hubId: string,
  id: string,
): Promise<(Mail & { readonly content: MailContent | null }) | undefined> {
  const row = await db.prepare('SELECT * FROM mails WHERE hub_id = ? AND id = ?').bind(hubId, id).first<MailRow>();
  if (!row) return undefined;
  return { ...toMail(row), content: row.message === null ? null : contentOf(JSON.parse(row.message) as Message) };
}

/** A page of the outbox of a hub, newest first. */
export async function listMails(
  db: Queryable,
  hubId: string,
  { limit, cursor, state, notice, subscription }: MailQuery,
): Promise<{ items: Mail[]; nextCursor: string | null }> {
  const [at = '~', id = '~'] = readCursor(cursor, 2) ?? [];
  const { results } = await db
    .prepare(
      `SELECT id, subscription_id, notice, state, reason, attempts, next_at, created_at, sent_at FROM mails
       WHERE hub_id = ?1 AND (created_at, id) < (?2, ?3) AND (?4 IS NULL OR state = ?4)
         AND (?5 IS NULL OR notice = ?5) AND (?6 IS NULL OR subscription_id = ?6)
       ORDER BY created_at DESC, id DESC LIMIT ?7`,
    )
    .bind(hubId, at, id, state ?? null, notice ?? null, subscription ?? null, limit + 1)
    .all<MailRow>();
  return toPage(results.map(toMail), limit, (mail) => [mail.createdAt, mail.id]);
}

/** The statement that makes a mail due again that is dead or uncertain; the attempts begin anew. */
export const makeDue = (db: Queryable, hubId: string, id: string, now: Date): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE mails SET state = 'due', attempts = 0, reason = NULL, next_at = ?3, updated_at = ?3
       WHERE hub_id = ?1 AND id = ?2 AND state IN ('dead', 'uncertain')`,
    )
    .bind(hubId, id, now.toISOString());

/** Tests of a hub since a time. */
export async function countTests(db: Queryable, hubId: string, since: string): Promise<number> {
  const row = await db
    .prepare("SELECT count(*) AS count FROM mails WHERE hub_id = ? AND notice = 'test' AND created_at > ?")
    .bind(hubId, since)
    .first<{ count: number }>();
  return row?.count ?? 0;
}
