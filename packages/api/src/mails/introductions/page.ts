import type { IntroductionView } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import { brandOf, type ComposeContext, urlOf, wordsFor } from '../context.ts';
import { factsOf, nameOf, summaryOf } from '../digest/item.ts';
import { cutAtWord } from '../templates/cut.ts';
import type { Block, Page } from '../templates/page.ts';
import type { IntroductionMail } from './notices.ts';

/** Most characters of a subject, of what another profile says of itself, and of what stands beside a subject. */
const SUBJECT = 78;
const SUMMARY = 180;
const PREHEADER = 140;

/** What a mail about an introduction tells, and to whom. */
export interface Told {
  readonly view: IntroductionView;
  readonly other: IntroductionView['from'];
  /** Whether the reader is the side that asked. */
  readonly asks: boolean;
  readonly event: IntroductionMail['event'];
  readonly profile: string;
}

interface Says {
  readonly title: string;
  readonly preheader: string;
  readonly blocks: Block[];
}

/** The page of a mail about an introduction. */
export async function introductionPage(context: ComposeContext, told: Told, footer: Page['footer']): Promise<Page> {
  const { title, preheader, blocks } = await textsOf(context, told);
  const { hub, settings, subscription } = context;
  return {
    lang: subscription.locale,
    brand: brandOf(hub, settings),
    subject: cutAtWord(title, SUBJECT),
    title,
    preheader,
    blocks,
    footer,
  };
}

async function textsOf(context: ComposeContext, told: Told): Promise<Says> {
  const { introduction: words } = wordsFor(context);
  const { view, other, asks, event, profile } = told;
  const name = other.card ? nameOf(other.card) : words.hidden;
  const date = dateIn(context.subscription.locale, view.createdAt);
  switch (event) {
    case 'requested':
      return asked(context, told, words.requested(name), words.requestedLead(name, profile));
    case 'reminder':
      return asked(context, told, words.reminder(name), words.reminderLead(name, profile, date));
    case 'accepted': {
      const lead = asks ? words.acceptedLead(name) : words.youAccepted(name);
      return {
        ...simple(words.accepted(name), lead),
        blocks: [{ is: 'text', text: lead }, ...aboutOther(context, other), contactsBlock(context, other)],
      };
    }
    case 'declined':
      return simple(words.declined(name), words.declinedLead(name, date));
    case 'expired':
      return simple(words.expired(name), words.expiredLead(name, date));
  }
}

const simple = (title: string, lead: string): Says => ({
  title,
  preheader: lead,
  blocks: [{ is: 'text', text: lead }],
});

/** A request, with what is needed to answer it. */
async function asked(context: ComposeContext, { view, other }: Told, title: string, lead: string): Promise<Says> {
  const { introduction: words, introductionActions, linkHint } = wordsFor(context);
  const message = view.message ?? '';
  const to = (action: 'accept' | 'decline') =>
    urlOf(context, { purpose: 'introduction', introduction: view.id, action });
  const [accept, decline] = await Promise.all([to('accept'), to('decline')]);
  return {
    title,
    preheader: cutAtWord(message, PREHEADER) || lead,
    blocks: [
      { is: 'text', text: lead },
      ...aboutOther(context, other),
      ...(message
        ? [{ is: 'quote' as const, heading: words.message, text: message, lang: view.lang ?? undefined }]
        : []),
      { is: 'text', text: words.answerBy(dateIn(context.subscription.locale, view.expiresAt)) },
      {
        is: 'answers',
        links: [
          { label: introductionActions.accept, url: accept },
          { label: introductionActions.decline, url: decline },
        ],
      },
      { is: 'hint', text: words.contactsLater },
      { is: 'hint', text: linkHint },
    ],
  };
}

/** Who the other side is, in a few words; nothing of one that is no longer shown. */
const aboutOther = ({ subscription }: ComposeContext, { kind, card }: IntroductionView['from']): Block[] =>
  card
    ? [
        {
          is: 'profile',
          name: nameOf(card),
          facts: factsOf(kind, card, createFormatter(LOCALE_STRINGS[subscription.locale])),
          summary: summaryOf(kind, card, SUMMARY),
        },
      ]
    : [];

function contactsBlock(context: ComposeContext, { contact }: IntroductionView['from']): Block {
  const { introduction: words } = wordsFor(context);
  const lines = [
    contact?.name && { label: words.contact.name, text: contact.name },
    contact?.email && { label: words.contact.email, text: contact.email, url: `mailto:${contact.email}` },
    contact?.phone && {
      label: words.contact.phone,
      text: contact.phone,
      url: `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`,
    },
  ].filter((line) => line !== undefined && line !== '');
  return lines.length > 0 ? { is: 'facts', heading: words.contacts, lines } : { is: 'text', text: words.noContacts };
}

/** The date of a moment. Introductions run for days, so that its hour and its zone do not matter. */
const dateIn = (locale: Locale, moment: string): string =>
  createFormatter(LOCALE_STRINGS[locale]).date(moment.slice(0, 10));
