/**
 * `kopru market-entry`: who can help a startup into the market of a country.
 *
 * @module
 */
import type { MarketEntry, MarketEntryQuery } from '@kopru/sdk/schema';
import { blocks, matchText } from './output/match-text.ts';
import { type AskOptions, ask } from './remote/ask.ts';
import { textOf } from './remote/text-of.ts';
import type { Words } from './report/words.ts';
import type { ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

export interface MarketEntryOptions extends AskOptions {
  /** ISO 3166-1 code of the market. */
  readonly country: string;
  /** Most matches of each kind, 1 to 20. @default 5 */
  readonly limit?: number | undefined;
}

export function runMarketEntry({ country, limit, ...options }: MarketEntryOptions, io: Io): Promise<ExitCode> {
  // The API says what is no country.
  const market = country.toUpperCase() as MarketEntryQuery['country'];
  return ask(options, io, {
    read: (kopru, explain) =>
      kopru.matches.marketEntry(
        options.id,
        { country: market, explain, ...(limit !== undefined && { limit }) },
        { signal: io.signal },
      ),
    say: ({ groups }, words) => blocks(groups.map((group) => groupText(group, words))),
  });
}

/** What a kind is called, how many there are, and the best of them or why there is none. */
function groupText({ kind, label, total, matches, none = [] }: MarketEntry['groups'][number], words: Words): string {
  const { capitalise, number } = words.format;
  return [
    `${capitalise(label ?? kind)}: ${number(total)}`,
    ...matches.map((match) => matchText(match, words)),
    ...none.map((message) => `  – ${textOf(message)}`),
  ].join('\n');
}
