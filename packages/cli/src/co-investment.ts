/**
 * `kopru co-investment`: the investors who fill a round of a startup together.
 *
 * @module
 */
import type { Currency, InstrumentCode } from '@kopru/sdk/facets';
import type { CoInvestment } from '@kopru/sdk/schema';
import { blocks, entryText, whomOf, whyOf } from './output/match-text.ts';
import { type AskOptions, ask } from './remote/ask.ts';
import { textOf } from './remote/text-of.ts';
import type { Words } from './report/words.ts';
import { CliError, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';

export interface CoInvestmentOptions extends AskOptions {
  /** With `currency`. @default what the profile raises */
  readonly amount?: number | undefined;
  readonly currency?: Currency | undefined;
  readonly instrument?: InstrumentCode | undefined;
  readonly needsLead?: boolean | undefined;
  /** 1 to 100. */
  readonly maxInvestors?: number | undefined;
  /** 1 to 20. */
  readonly minCountries?: number | undefined;
  /** 0 to 100. */
  readonly minScore?: number | undefined;
}

/** @throws {CliError} on an amount without its currency, and on what belongs to it without it. */
export function runCoInvestment(options: CoInvestmentOptions, io: Io): Promise<ExitCode> {
  const { needsLead, maxInvestors, minCountries, minScore } = options;
  const raise = raiseOf(options);
  const request = {
    ...(raise && { raise }),
    rules: {
      ...(needsLead && { needsLead }),
      ...(maxInvestors !== undefined && { maxInvestors }),
      ...(minCountries !== undefined && { minCountries }),
    },
    ...(minScore !== undefined && { minScore }),
  };
  return ask(options, io, {
    read: (kopru, explain) => kopru.matches.coInvestment(options.id, request, { explain }, { signal: io.signal }),
    say: ({ summary, investments }, words) =>
      blocks([summary.map(textOf).join('\n'), ...investments.map((part) => partText(part, words))]),
  });
}

function raiseOf({ amount, currency, instrument }: CoInvestmentOptions) {
  if (amount !== undefined && currency !== undefined) return { amount, currency, ...(instrument && { instrument }) };
  if ((amount ?? currency ?? instrument) === undefined) return undefined;
  throw new CliError('Another round is asked about with both --amount and --currency.');
}

const partText = ({ amount, match, messages }: CoInvestment['investments'][number], words: Words): string =>
  entryText(words.format.money(amount), whomOf(match, words), [...messages.map(textOf), ...whyOf(match)]);
