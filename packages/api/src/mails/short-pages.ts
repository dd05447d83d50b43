import type { MailSettings } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';
import type { Hub } from '../hubs/store.ts';
import { brandOf, type ComposeContext, DAYS, footerLines, linesOf, timeOf, urlOf, wordsFor } from './context.ts';
import { WORDS } from './strings/index.ts';
import type { Page } from './templates/page.ts';

/** The question whether the address wants mail, which is all that it gets before it said yes. */
export async function confirmationPage(context: ComposeContext, profile: string): Promise<Page> {
  const { hub, settings, subscription } = context;
  const words = wordsFor(context);
  const { confirmation } = words;
  const lead = confirmation.lead(hub.name, profile);
  return {
    lang: subscription.locale,
    brand: brandOf(hub, settings),
    subject: confirmation.subject(hub.name),
    preheader: lead,
    title: confirmation.title,
    blocks: [
      // Without the name: who reads this was not asked yet, and the name is anybody's text.
      { is: 'text', text: words.hello },
      { is: 'text', text: lead },
      ...(subscription.kind === 'startup' && subscription.application
        ? [{ is: 'text' as const, text: confirmation.applications }]
        : []),
      { is: 'text', text: `${confirmation.rhythm} ${rhythmOf(context)}.` },
      {
        is: 'answers',
        links: [{ label: confirmation.button, url: await urlOf(context, { purpose: 'confirm' }) }],
      },
      { is: 'hint', text: confirmation.ignore(DAYS.confirm) },
    ],
    footer: { lines: footerLines(context, words.footer.whyConfirm(hub.name)), links: [] },
  };
}

function rhythmOf(context: ComposeContext): string {
  const { frequency, weekday, hour } = context.subscription;
  const { confirmation } = wordsFor(context);
  const time = timeOf(hour);
  if (frequency === 'instantly') return confirmation.instantly;
  return frequency === 'daily' ? confirmation.daily(time) : (confirmation.weekly(time)[weekday - 1] as string);
}

/** The mail by which a hub's staff try out the settings. */
export function testPage(
  { hub, settings }: { readonly hub: Pick<Hub, 'name'>; readonly settings: MailSettings },
  lang: Locale,
): Page {
  const words = WORDS[lang];
  const lead = words.test.lead(hub.name);
  return {
    lang,
    brand: brandOf(hub, settings),
    subject: words.test.subject(hub.name),
    preheader: lead,
    title: words.test.subject(hub.name),
    blocks: [{ is: 'text', text: lead }],
    footer: { lines: linesOf(hub, settings, words, words.footer.whyTest(hub.name)), links: [] },
  };
}
