import { levelOf, splitSentences } from '@kopru/sdk/engine';
import { cardFacts, KINDS, type Kind, type MatchList } from '@kopru/sdk/schema';
import { createFormatter, type Formatter, LOCALE_STRINGS, type Locale } from '@kopru/sdk/strings';
import type { Words } from '../strings/index.ts';
import { cutAtSentence, cutAtWord } from '../templates/cut.ts';
import type { Item, Link, Said } from '../templates/page.ts';

type Card = MatchList['matches'][number]['card'];

/** A match that a digest tells. */
export interface Selected {
  readonly match: MatchList['matches'][number];
  /** Its score in an earlier mail. */
  readonly before?: number;
}

/** How much of a match a mail tells: most characters of texts, most reasons. */
export interface Detail {
  readonly summary: number;
  readonly reasons: number;
  readonly reason: number;
}

/** From all to little, for a mail that would be cut off by the reader's mailbox. */
export const DETAILS: readonly [Detail, ...Detail[]] = [
  { summary: 180, reasons: 3, reason: 240 },
  { summary: 120, reasons: 2, reason: 160 },
  { summary: 60, reasons: 1, reason: 120 },
];

const NAME = 80;

/** A match as a digest tells it. */
export function itemOf(
  { match, before }: Selected,
  answers: Item['answers'],
  { locale, words, detail }: { readonly locale: Locale; readonly words: Words; readonly detail: Detail },
): Item {
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const whole = (score: number) => to.number(score, { decimals: 0 });
  const said = (messages: readonly { readonly text?: string | undefined }[]) =>
    messages.flatMap(({ text }) => (text ? [text] : []));
  const cut = (texts: readonly string[], most: number) =>
    texts.slice(0, most).map((text) => cutAtSentence(text, detail.reason));
  const summary = summaryOf(match.kind, match.card, detail.summary);
  return {
    name: nameOf(match.card),
    fit: words.levels[levelOf(match.score)],
    score: words.outOf(whole(match.score)),
    change: before === undefined ? words.isNew : words.risen(whole(before)),
    facts: factsOf(match.kind, match.card, to),
    summary,
    reasons: cut(withoutRepeats(said(match.reasons), summary), detail.reasons),
    caution: cut(said(match.cautions), 1)[0],
    answers: answers as readonly [Link, ...Link[]],
  };
}

/** Reasons but for those that quote what stands above them anyway, if there are others. */
function withoutRepeats(reasons: readonly string[], summary: Said | undefined): readonly string[] {
  const sentences = summary ? splitSentences(summary.text) : [];
  const others = reasons.filter((reason) => !sentences.some((sentence) => reason.includes(sentence)));
  return others.length > 0 ? others : reasons;
}

/** The name of a card, short enough for a heading. */
export const nameOf = ({ name }: Card): string => cutAtWord(name ?? '', NAME);

/** Facts that say what they are without a label. */
const PLAIN: ReadonlySet<string> = new Set(['country', 'stage', 'stages', 'raise', 'ticket', 'roles', 'types']);

/** What a card states of country, stages, money, roles and kinds of help, in words. */
export const factsOf = (kind: Kind, card: Card, to: Formatter): string[] =>
  cardFacts(kind, card, to).flatMap(({ field, value }) => (PLAIN.has(field) ? [value] : []));

/** The first sentences of what a profile says of itself, in its own language. */
export function summaryOf(kind: Kind, card: Card, most: number): Said | undefined {
  const fields = card as Readonly<Record<string, unknown>>;
  const text = fields[KINDS[kind].text];
  if (typeof text !== 'string' || text === '') return undefined;
  return { text: cutAtSentence(text, most), lang: typeof fields.lang === 'string' ? fields.lang : undefined };
}
