import type { MailSettings } from '@kopru/sdk/schema';
import type { Bindings } from '../env.ts';
import type { Hub } from '../hubs/store.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import type { SubscriptionRow } from '../subscriptions/store.ts';
import { pathOf, type Link as Signed, signLink } from './links.ts';
import { WORDS, type Words } from './strings/index.ts';
import type { Brand, Page } from './templates/page.ts';

/** For whom and when a mail is composed. */
export interface ComposeContext {
  readonly env: Bindings;
  readonly db: Queryable;
  readonly hub: Hub;
  readonly settings: MailSettings;
  readonly subscription: SubscriptionRow;
  readonly now: Date;
}

/** Days for which links work, by what they do. A link that ends a subscription always works. */
export const DAYS = { confirm: 7, answer: 30, introduction: 30, preferences: 90 } as const;

/** What a link does beside whom it is for, which follows from the context. */
type Does = Omit<Signed, 'hub' | 'subscription' | 'expires'>;

/** The absolute address of a signed link of a subscription. */
export async function urlOf({ env, hub, subscription, now }: ComposeContext, does: Does): Promise<string> {
  const days = does.purpose === 'unsubscribe' ? undefined : DAYS[does.purpose];
  const token = await signLink(env.KOPRU_KEYRING, {
    ...does,
    hub: hub.id,
    subscription: subscription.id,
    ...(days && { expires: new Date(daysAfter(now, days)) }),
  });
  return new URL(pathOf(does.purpose, token), env.KOPRU_ORIGIN).href;
}

/** How the hub's mails look. */
export const brandOf = (
  hub: Pick<Hub, 'name'>,
  { logoUrl, color, postalAddress }: Pick<MailSettings, 'logoUrl' | 'color' | 'postalAddress'>,
): Brand => ({ name: hub.name, logoUrl, color, postalAddress });

/** What subscribers are told at the end of each mail, and where they end it. */
export async function subscriberFooter(
  context: ComposeContext,
  profile: string,
): Promise<{ footer: Page['footer']; unsubscribeUrl: string }> {
  const { footer } = wordsFor(context);
  const [preferences, unsubscribe] = await Promise.all([
    urlOf(context, { purpose: 'preferences' }),
    urlOf(context, { purpose: 'unsubscribe' }),
  ]);
  return {
    footer: {
      lines: footerLines(context, footer.why(context.hub.name, profile)),
      links: [
        { label: footer.preferences, url: preferences },
        { label: footer.unsubscribe, url: unsubscribe },
      ],
    },
    unsubscribeUrl: unsubscribe,
  };
}

/** The lines of a footer: why the reader gets the mail, what is not tracked, and who sends it. */
export const footerLines = (
  context: Pick<ComposeContext, 'hub' | 'settings' | 'subscription'>,
  why: string,
): string[] => linesOf(context.hub, context.settings, wordsFor(context), why);

/** The same without a subscription. */
export const linesOf = (
  hub: Pick<Hub, 'name'>,
  { postalAddress }: Pick<MailSettings, 'postalAddress'>,
  { footer }: Words,
  why: string,
): string[] => [why, footer.noTracking, ...(postalAddress ? [`${hub.name}, ${postalAddress}`] : [])];

/** The words of the subscriber's language. */
export const wordsFor = ({ subscription }: Pick<ComposeContext, 'subscription'>): Words => WORDS[subscription.locale];

/** The hours of a day as all nine languages write them. */
export const timeOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
