import type { Currency } from '@kopru/sdk/facets';
import { tokensOf } from './amount-tokens.ts';
import { THOUSAND, type Times } from './amount-words.ts';

/** What the header of a column says of the amounts below it: "Ticket (bin USD)". */
export interface MoneyHeader {
  readonly codes?: readonly Currency[];
  readonly times?: Times;
}

/** Currency and multiplier that the header of a column gives for all its cells. */
export function readMoneyHeader(header: string): MoneyHeader {
  const tokens = tokensOf(header);
  const at = tokens.findIndex(({ is }) => is === 'currency');
  const beside = [tokens[at - 1], tokens[at + 1]];
  const next = beside.find((token): token is Times => token?.is === 'times');
  // A short word such as "m" or "min" is a multiplier only beside a currency.
  const apart = tokens.find((token): token is Times => token.is === 'times');
  const isThousand = beside[0]?.is === 'min' && /миң|min\s+(?:azn|manat|₼)/iu.test(header);
  const times = next ?? (isThousand ? THOUSAND : isLong(header, apart) ? apart : undefined);
  const named = tokens.flatMap((token) => (token.is === 'currency' ? [token.codes] : []));
  const [first] = named;
  const codes = first?.filter((code) => named.every((others) => others.includes(code)));
  return { ...(codes && codes.length > 0 && { codes }), ...(times && { times }) };
}

/** Whether a multiplier stands in a header as a word of its own, and not as one letter of something else. */
const isLong = (header: string, times: Times | undefined): boolean =>
  times !== undefined &&
  tokensOf(header.replace(/(?<!\p{L})\p{L}{1,2}(?!\p{L})/gu, ' ')).some((token) => token.is === 'times');
