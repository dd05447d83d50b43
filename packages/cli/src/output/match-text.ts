import type { Match } from '@kopru/sdk';
import type { Neighbours } from '@kopru/sdk/schema';
import { textOf } from '../remote/text-of.ts';
import type { Words } from '../report/words.ts';

type Listed = Pick<Neighbours['neighbours'][number], 'id' | 'card' | 'home'>;
type Told = Pick<Match, 'reasons' | 'cautions'>;

/** Whom a line of a list is about: the name, where it is, whose it is where it is a partner's, and its id. */
export function whomOf({ id, card, home }: Listed, { format }: Words): string {
  const country = card.country === undefined ? [] : [format.country(card.country)];
  return `${[card.name, ...country, ...(home ? [home.name] : [])].join(', ')} [${id}]`;
}

/** A match as it stands in a list: its score, who it is, and under it why. */
export const matchText = (match: Match, words: Words): string =>
  entryText(words.number(match.score), whomOf(match, words), whyOf(match));

/** Lines under each other: a figure and whom it is about, and below what is said of it. */
export const entryText = (figure: string, whom: string, lines: readonly string[]): string =>
  [`${figure}  ${whom}`, ...lines.map((line) => `  ${line}`)].join('\n');

/** Why a match fits, and what to mind. */
export const whyOf = ({ reasons, cautions }: Told): readonly string[] => [
  ...reasons.map((reason) => `+ ${textOf(reason)}`),
  ...cautions.map((caution) => `! ${textOf(caution)}`),
];

/** Paragraphs with an empty line between them. */
export const blocks = (parts: readonly (string | undefined)[]): string =>
  `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
