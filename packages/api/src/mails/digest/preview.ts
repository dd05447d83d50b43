import type { MailContent } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../../env.ts';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import { compose } from '../compose.ts';
import { contentOf } from '../message.ts';
import { readMailSettings } from '../settings/store.ts';

/** What a subscription's digest would say now, or why there would be none. Nothing is remembered as told. */
export async function previewDigest(
  c: Context<AppEnv>,
  subscription: SubscriptionRow,
): Promise<{ content: MailContent | null; skipped: string | null }> {
  const [db, hub] = [c.get('db'), c.get('hub')];
  const settings = await readMailSettings(db, hub.id);
  const composed = await compose(
    { env: c.env, db, hub, settings, subscription, now: new Date() },
    { id: 'mail_preview', notice: 'digest', data: '{}' },
  );
  return 'skip' in composed
    ? { content: null, skipped: composed.skip }
    : { content: contentOf(composed.message), skipped: null };
}
