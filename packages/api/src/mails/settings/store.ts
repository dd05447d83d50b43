import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type MailSettings, mailSettingsSchema } from '@kopru/sdk/schema';
import type { Queryable } from '../../lib/queryable.ts';
import { unseal } from '../../lib/seal.ts';

/** How a hub's mail goes out: what it set, or the defaults. */
export async function readMailSettings(db: Queryable, hubId: string): Promise<MailSettings> {
  const row = await db
    .prepare('SELECT settings FROM mail_settings WHERE hub_id = ?')
    .bind(hubId)
    .first<{ settings: string }>();
  return mailSettingsSchema.parse(row ? JSON.parse(row.settings) : {});
}

/** What the password of a hub's SMTP server is sealed for. */
export const smtpContext = (hubId: string): string => `smtp:${hubId}`;

/** The password of the hub's own SMTP server; undefined when it has none. */
export async function readSmtpPassword(keyring: string, db: Queryable, hubId: string): Promise<string | undefined> {
  const row = await db
    .prepare('SELECT smtp_password FROM mail_settings WHERE hub_id = ?')
    .bind(hubId)
    .first<{ smtp_password: string | null }>();
  return row?.smtp_password ? unseal(keyring, smtpContext(hubId), row.smtp_password) : undefined;
}

export const hasSmtpPassword = async (db: Queryable, hubId: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM mail_settings WHERE hub_id = ? AND smtp_password IS NOT NULL')
    .bind(hubId)
    .first()) !== null;

/** Whoever names another server or user has to know the password of that one. */
const SAME_SERVER = ['host', 'port', 'security', 'username']
  .map((field) => `?2 ->> '$.smtp.${field}' IS mail_settings.settings ->> '$.smtp.${field}'`)
  .join(' AND ');

/**
 * The statement that sets how a hub's mail goes out.
 *
 * @param sealed the password; undefined keeps the one that is there, for the same server and user.
 */
export const writeMailSettings = (
  db: Queryable,
  hubId: string,
  settings: MailSettings,
  sealed: string | undefined,
  now: Date,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mail_settings (hub_id, settings, smtp_password, updated_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at,
         smtp_password = coalesce(excluded.smtp_password, iif(${SAME_SERVER}, smtp_password, NULL))`,
    )
    .bind(hubId, JSON.stringify(settings), sealed ?? null, now.toISOString());
