import type { ComposeContext } from './context.ts';
import type { Message } from './message.ts';
import { toHtml } from './templates/html.ts';
import type { Page } from './templates/page.ts';
import { toText } from './templates/text.ts';

/**
 * The message of a page to a subscriber.
 *
 * @param notice names the list by which a mailbox sorts it.
 * @param unsubscribeUrl not there where nothing was subscribed yet.
 */
export const finish = (
  { env, hub, settings, subscription }: ComposeContext,
  page: Page,
  notice: string,
  unsubscribeUrl?: string,
): Message => ({
  to: { email: subscription.email, ...(subscription.name && { name: subscription.name }) },
  ...written(page),
  ...replyTo(settings),
  ...(unsubscribeUrl && {
    unsubscribeUrl,
    listId: `${notice}.${hub.id}.${new URL(env.KOPRU_ORIGIN).hostname}`,
  }),
});

/** A page in both of its forms. */
export const written = (page: Page): Pick<Message, 'subject' | 'html' | 'text' | 'lang'> => ({
  subject: page.subject,
  html: toHtml(page),
  text: toText(page),
  lang: page.lang,
});

/** Where answers by mail go, if the hub has an address for them. */
export const replyTo = (settings: Pick<ComposeContext['settings'], 'replyTo'>): Pick<Message, 'replyTo'> =>
  settings.replyTo ? { replyTo: { email: settings.replyTo } } : {};
