import type { MailReportSecret } from '@kopru/sdk/schema';
import { verifyWebhook, WebhookError } from '@kopru/sdk/webhooks';
import type { Context } from 'hono';
import { actorOf, record } from '../../audit/record.ts';
import type { AppEnv } from '../../env.ts';
import { ApiError } from '../../errors.ts';
import { seal, unseal } from '../../lib/seal.ts';
import { HOUR } from '../../lib/time.ts';
import { createSecret } from '../../webhooks/secret.ts';
import { readReportSecrets, writeReportSecret } from './store.ts';

const contextOf = (hubId: string): string => `mail-reports:${hubId}`;

/** Gives a hub a new secret for its reports. @param overlapHours for which the one before is taken as well. */
export async function rotateReportSecret(c: Context<AppEnv>, overlapHours: number): Promise<MailReportSecret> {
  const [db, { id }, now] = [c.get('db'), c.get('hub'), new Date()];
  const secret = createSecret();
  const sealed = await seal(c.env.KOPRU_KEYRING, contextOf(id), secret);
  const until = new Date(now.getTime() + overlapHours * HOUR);
  await db.batch([
    writeReportSecret(db, id, { secret: sealed, until }, now),
    record(db, id, actorOf(c), { action: 'mail.report_secret_rotated', subject: { kind: 'hub', id } }, now),
  ]);
  return { url: new URL(`/mail-reports/${id}`, c.env.KOPRU_ORIGIN).href, secret };
}

/**
 * The signed body of a report.
 *
 * @throws {ApiError} `unauthorized`, in the same words for a hub that has no secret or is not there.
 */
export async function verifyReport(c: Context<AppEnv>, hubId: string): Promise<unknown> {
  const sealed = await readReportSecrets(c.get('db'), hubId, new Date());
  const secrets = await Promise.all(sealed.map((text) => unseal(c.env.KOPRU_KEYRING, contextOf(hubId), text)));
  // A secret that nobody has, so that a hub without one answers as any other.
  if (secrets.length === 0) secrets.push(createSecret());
  const body = await c.req.text();
  let refusal: unknown;
  for (const secret of secrets) {
    try {
      const { type, timestamp, data } = await verifyWebhook({ headers: c.req.raw.headers, body }, secret);
      return { type, timestamp, data };
    } catch (error) {
      refusal = error;
    }
  }
  if (!(refusal instanceof WebhookError)) throw refusal;
  throw new ApiError('unauthorized', `The report is not signed as Standard Webhooks says: ${refusal.code}.`);
}
