import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { guard } from '../../lib/guard.ts';
import type { Queryable } from '../../lib/queryable.ts';
import type { MailRow } from '../store.ts';
import type { Report } from './report.ts';

/** A mail that a report is about. */
export interface Reported extends Pick<MailRow, 'id' | 'hub_id' | 'state'> {
  /** Where it went; null for a test, of which nothing is kept. */
  readonly email_key: string | null;
}

/**
 * The mail that a name of a report means: its id, its Message-ID, which begins with the id, or the id of the transport.
 *
 * @param hubId the hub that reports; undefined where the name alone is the proof.
 */
export async function findReported(db: Queryable, name: string, hubId?: string): Promise<Reported | undefined> {
  const bare = name.replace(/^<|>$/g, '');
  const row = await db
    .prepare(
      `SELECT m.id, m.hub_id, m.state, s.email_key FROM mails m LEFT JOIN subscriptions s ON s.id = m.subscription_id
       WHERE m.id IN (SELECT id FROM mails WHERE id = ?1
                      UNION ALL SELECT id FROM mails WHERE transport_id IN (?2, ?3))
         AND (?4 IS NULL OR m.hub_id = ?4) LIMIT 1`,
    )
    .bind(/^(mail_[\w-]+)(@|$)/.exec(bare)?.[1] ?? '', bare, `<${bare}>`, hubId ?? null)
    .first<Reported>();
  return row ?? undefined;
}

/** States in which a report of a kind is news: the mail went out, or may have. */
const NEWS = {
  bounced: "(state IN ('sent', 'uncertain') OR (state = 'due' AND attempts > 0))",
  complained: "(state IN ('sent', 'uncertain', 'bounced') OR (state = 'due' AND attempts > 0))",
} as const satisfies Record<Report['type'], string>;

/** The statements that write down what became of a mail. They fail, and their batch with them, where that is no news. */
export const settleReported = (
  db: Queryable,
  { id }: Pick<Reported, 'id'>,
  { type, reason }: Report,
  now: Date,
): D1PreparedStatement[] => [
  guard(db, `EXISTS (SELECT 1 FROM mails WHERE id = ? AND ${NEWS[type]})`, id),
  db
    .prepare('UPDATE mails SET state = ?2, reason = ?3, message = NULL, next_at = NULL, updated_at = ?4 WHERE id = ?1')
    .bind(id, type, reason ?? null, now.toISOString()),
];

/** The sealed secrets with which a hub's server may sign now; none where the hub has made none, or is being erased. */
export async function readReportSecrets(db: Queryable, hubId: string, now: Date): Promise<string[]> {
  const row = await db
    .prepare(
      `SELECT secret, iif(previous_until > ?2, previous_secret, NULL) AS previous FROM mail_report_secrets
       WHERE hub_id = ?1 AND hub_id NOT IN (SELECT id FROM erased_hubs)`,
    )
    .bind(hubId, now.toISOString())
    .first<{ secret: string; previous: string | null }>();
  return row ? [row.secret, ...(row.previous === null ? [] : [row.previous])] : [];
}

/** The statement that gives a hub a secret. The one before works until a time. */
export const writeReportSecret = (
  db: Queryable,
  hubId: string,
  { secret, until }: { readonly secret: string; readonly until: Date },
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mail_report_secrets (hub_id, secret, updated_at) VALUES (?1, ?2, ?4)
       ON CONFLICT (hub_id) DO UPDATE SET previous_secret = secret, previous_until = ?3, secret = ?2, updated_at = ?4`,
    )
    .bind(hubId, secret, until.toISOString(), now.toISOString());
