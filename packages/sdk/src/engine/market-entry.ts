import type { CountryCode } from '../facets/index.ts';
import type { Kind } from '../kinds/index.ts';
import { soughtBy } from '../pairings/index.ts';
import type { EmbeddedProfile } from './embed.ts';
import type { MatchIndex, MatchOptions, Rejection } from './match.ts';
import type { NormalProfile } from './normalise.ts';
import type { Message } from './pairing.ts';
import type { Match } from './rate.ts';
import { POOL } from './weights.ts';

/** How each group is made: as a match list. */
export type MarketOptions = Omit<MatchOptions, 'kind' | 'accept' | 'rejected' | 'shown'>;

/** The profiles of one kind by which a market is entered. */
export interface MarketGroup {
  readonly kind: Kind;
  /** How many of the `POOL` nearest that may be told are a match, of which `matches` holds the best. */
  readonly total: number;
  readonly matches: readonly Match[];
  /** Why there is no match: sentences, the last of which is that of the nearest profile which the most frequent gate keeps out. */
  readonly none?: readonly Message[];
}

/**
 * Whether a profile belongs to a market: its country is the target, or its list of countries holds it: where an
 * investor invests, an expert joins teams, a need takes suppliers from. One that states neither belongs to none.
 */
export const isInMarket =
  (country: CountryCode) =>
  ({ facets }: NormalProfile): boolean =>
    facets.country === country || facets.countries?.includes(country) === true;

/**
 * The best matches of one kind in a country. What is told of an empty group follows from what near misses of a
 * match list tell the same viewer.
 */
export function marketGroup(
  index: MatchIndex,
  subject: EmbeddedProfile,
  country: CountryCode,
  { limit = 5, ...options }: MarketOptions & { readonly kind: Kind },
): MarketGroup {
  const { kind } = options;
  const accept = isInMarket(country);
  const { matches, total } = index.match(subject, { ...options, accept, limit });
  if (total > 0) return { kind, total, matches };
  const { rejected } = index.match(subject, { ...options, accept, limit: 0, rejected: POOL });
  return { kind, total, matches, none: whyNone(rejected, country) };
}

/** A group of every kind that the subject's kind seeks, in the order of its pairings. */
export const marketEntry = (
  index: MatchIndex,
  subject: EmbeddedProfile,
  country: CountryCode,
  options: MarketOptions = {},
): MarketGroup[] =>
  soughtBy(subject.profile.kind).map((kind) => marketGroup(index, subject, country, { ...options, kind }));

/** @param rejected the nearest first. */
function whyNone(rejected: readonly Rejection[], country: CountryCode): Message[] {
  const kept = new Map<string, number>();
  const failed = rejected.flatMap(({ gates }) => gates.filter(({ outcome }) => outcome === 'fail'));
  for (const { gate } of failed) kept.set(gate, (kept.get(gate) ?? 0) + 1);
  const most = Math.max(0, ...kept.values());
  const first = failed.find(({ gate }) => kept.get(gate) === most);
  if (!first) return [{ key: 'market.nobody', evidence: { country } }];
  return [
    { key: 'market.kept_out', evidence: { country, there: rejected.length, kept: most } },
    ...(first.message ? [first.message] : []),
  ];
}
