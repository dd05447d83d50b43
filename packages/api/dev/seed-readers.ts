import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { LOCALES } from '@kopru/sdk/facets';
import { mayBeShown } from '@kopru/sdk/schema';
import type { DemoHub } from '../src/demo/hub.ts';
import type { Queryable } from '../src/lib/queryable.ts';
import { enqueueMail } from '../src/mails/store.ts';
import type { PreparedProfile } from '../src/profiles/write-store.ts';
import { type SubscriptionRow, writeSubscription } from '../src/subscriptions/store.ts';

/**
 * The statements that subscribe an invented reader to an investor of the region for each language: their first digests
 * are due at once, and one more reader is asked for consent.
 */
export function readersOf(
  db: Queryable,
  profiles: readonly (PreparedProfile & { readonly hub: DemoHub })[],
  now: Date,
): D1PreparedStatement[] {
  const shown = profiles.filter(({ normal }) => normal.kind === 'investor' && mayBeShown(normal));
  const rows = LOCALES.flatMap((locale) => {
    const found = shown.find(({ normal }) => normal.lang === locale);
    return found ? [reader(found.hub.id, found.normal, locale, now)] : [];
  });
  const [first] = rows;
  const asked = first && {
    ...first,
    id: 'sub_demo_asked',
    email: 'new.reader@fund.example',
    email_key: 'new.reader@fund.example',
    state: 'pending' as const,
    next_at: null,
    confirmed_at: null,
  };
  return [
    ...rows.map((row) => writeSubscription(db, row)),
    ...(asked
      ? [
          writeSubscription(db, asked),
          enqueueMail(
            db,
            {
              id: 'mail_demo_asked',
              hubId: asked.hub_id,
              notice: 'confirmation',
              occasion: 'demo',
              subscriptionId: asked.id,
              emailKey: asked.email_key,
            },
            now,
          ),
        ]
      : []),
  ];
}

const reader = (
  hubId: string,
  { kind, id }: PreparedProfile['normal'],
  locale: SubscriptionRow['locale'],
  now: Date,
): SubscriptionRow => ({
  id: `sub_demo_${locale}`,
  hub_id: hubId,
  kind,
  profile_id: id,
  email: `${locale}@fund.example`,
  email_key: `${locale}@fund.example`,
  name: null,
  seeks: null,
  locale,
  time_zone: 'Asia/Baku',
  frequency: 'daily',
  weekday: 1,
  hour: 8,
  min_score: 50,
  max_items: 5,
  digest: 1,
  introduction: 1,
  reminder: 1,
  application: 1,
  nothing_new: 0,
  state: 'confirmed',
  next_at: now.toISOString(),
  created_at: now.toISOString(),
  confirmed_at: now.toISOString(),
  ended_at: null,
  updated_at: now.toISOString(),
});
