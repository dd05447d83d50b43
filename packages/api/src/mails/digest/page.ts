import { brandOf, type ComposeContext, DAYS, urlOf, wordsFor } from '../context.ts';
import { cutAtWord } from '../templates/cut.ts';
import { toHtml } from '../templates/html.ts';
import type { Item, Page } from '../templates/page.ts';
import { DETAILS, type Detail, itemOf, nameOf, type Selected } from './item.ts';

/** Most bytes of the HTML of a mail: Gmail cuts off what is over 102 KB, the transport's own lines included. */
export const MOST_BYTES = 100_000;

/** Most characters of a subject that phones and mailboxes show in full. */
const SUBJECT = 78;

/** Answers of a match, in the order of a mail. */
const ANSWERS = ['requested', 'saved', 'passed'] as const;

/** What the pages of a digest have in common. */
export interface Frame {
  readonly context: ComposeContext;
  /** The name of the subscriber's profile. */
  readonly profile: string;
  readonly footer: Page['footer'];
}

/** A week without anything new. */
export function nothingPage({ context, profile, footer }: Frame): Page {
  const { digest } = wordsFor(context);
  const title = digest.nothingTitle(profile);
  return {
    ...lookOf(context),
    subject: cutAtWord(title, SUBJECT),
    preheader: digest.nothing,
    title,
    blocks: [{ is: 'text', text: digest.nothing }],
    footer,
  };
}

/**
 * The page of a digest, with as much of each match, and as many of them, as its size allows. What is left
 * out is told the next time.
 *
 * @param mailId by which an answer is known.
 * @param items at least one.
 */
export async function digestPage(
  frame: Frame,
  mailId: string,
  items: readonly Selected[],
): Promise<{ page: Page; told: readonly Selected[] }> {
  const answers = await Promise.all(items.map((item) => answersOf(frame.context, mailId, item)));
  for (let count = items.length; ; count--) {
    const told = items.slice(0, count);
    for (const detail of DETAILS) {
      const page = pageOf(frame, told, answers, detail);
      if (count === 1 || new TextEncoder().encode(toHtml(page)).length <= MOST_BYTES) return { page, told };
    }
  }
}

async function answersOf(context: ComposeContext, mail: string, { match }: Selected): Promise<Item['answers']> {
  const { actions } = wordsFor(context);
  const { kind, id } = match;
  const link = async (answer: (typeof ANSWERS)[number]) => ({
    label: actions[answer],
    url: await urlOf(context, { purpose: 'answer', mail, kind, id, answer }),
  });
  const [lead, ...others] = ANSWERS;
  return [await link(lead), ...(await Promise.all(others.map(link)))];
}

function pageOf(
  { context, profile, footer }: Frame,
  told: readonly Selected[],
  answers: readonly Item['answers'][],
  detail: Detail,
): Page {
  const words = wordsFor(context);
  const { digest } = words;
  const { locale } = context.subscription;
  const items = told.map((one, i) => itemOf(one, answers[i] as Item['answers'], { locale, words, detail }));
  const fresh = told.filter(({ before }) => before === undefined).length;
  const title = fresh > 0 ? digest.title(fresh, profile) : digest.better(told.length, profile);
  const names = told.map(({ match }) => nameOf(match.card));
  const headings = { reasons: words.reasons, caution: words.caution };
  return {
    ...lookOf(context),
    subject: withNames(title, names),
    preheader: [items[0]?.fit, items[0]?.summary?.text].filter(Boolean).join(' · '),
    title,
    blocks: [
      { is: 'text', text: digest.lead },
      ...items.map((item) => ({ is: 'item' as const, item, headings })),
      { is: 'hint', text: `${words.linkHint} ${words.linksWork(DAYS.answer)}` },
    ],
    footer,
  };
}

const lookOf = ({ hub, settings, subscription }: ComposeContext) => ({
  lang: subscription.locale,
  brand: brandOf(hub, settings),
});

/** A subject with as many names behind it as have room. */
function withNames(title: string, names: readonly string[]): string {
  let subject = cutAtWord(title, SUBJECT);
  const before = title.includes(': ') ? ' – ' : ': ';
  for (const [i, name] of names.entries()) {
    const longer = `${subject}${i === 0 ? before : ', '}${name}`;
    if ([...longer].length > SUBJECT) break;
    subject = longer;
  }
  return subject;
}
