/**
 * The investors who could fill a round together: from profiles to what `fillRound` of `@kopru/sdk/assign`
 * takes, and from its plan to sentences. Loads no solver.
 *
 * @module
 */
import type { RoundConditions, RoundInput, RoundInvestor, RoundPlan } from '../assign/index.ts';
import { convert, type InstrumentCode, type Money, type RateTable } from '../facets/index.ts';
import { facetsWithout } from '../pairings/limits.ts';
import type { EmbeddedProfile } from './embed.ts';
import type { MatchIndex, MatchOptions } from './match.ts';
import type { NormalProfile, Sum } from './normalise.ts';
import type { Message } from './pairing.ts';
import type { Match } from './rate.ts';
import { observe, SEES_ALL, type Viewer } from './visibility.ts';
import { POOL, SMALLEST_SHARE } from './weights.ts';

/** Most investors among whom a round is filled, the best matches first: HiGHS takes a tenth of a second with so many. */
const MOST_CANDIDATES = 100;

/** A round: what is raised, and in which form. */
export interface Round extends Money {
  readonly instrument?: InstrumentCode | undefined;
}

export type CoInvestOptions = Pick<MatchOptions, 'minScore' | 'viewer' | 'weights' | 'day'> & {
  /** @default the round that the profile states */
  readonly raise?: Round | undefined;
  /** What the round asks of all who take part. @default nothing */
  readonly rules?: RoundConditions | undefined;
};

/** Those who could take part in a round. */
export interface RoundCandidates {
  readonly raise: Money;
  /** Eligible matches with a ticket, the best first. */
  readonly matches: readonly Match[];
  readonly input: RoundInput;
  /** How many eligible matches take no part since they state no ticket, or none that may be told. */
  readonly unstated: number;
}

/** Who puts in what, and why. */
export interface CoInvestment extends Pick<RoundPlan, 'gap' | 'stops'> {
  readonly raise: Money;
  readonly investments: readonly RoundPart[];
  /** What nobody puts in. */
  readonly open: Money;
  /** The mean score of the money that is put in, 0 to 100. */
  readonly score: number;
  /** How many investors could have taken part. */
  readonly candidates: number;
  readonly unstated: number;
  /** Of the round as a whole: what is filled, what is open and what stops it. */
  readonly summary: readonly Message[];
}

export interface RoundPart {
  readonly match: Match;
  readonly amount: Money;
  readonly leads: boolean;
  /** What the investor does in the round, and why it is this amount. */
  readonly messages: readonly Message[];
}

/** The profile with another round. @throws {RangeError} when it is no startup's */
export function withRound(entry: EmbeddedProfile, raise: Round, rates: RateTable): EmbeddedProfile {
  const { profile } = entry;
  if (profile.kind !== 'startup') throw new RangeError(`a ${profile.kind} raises no round`);
  const { amount, currency, instrument } = raise;
  const usd = convert(amount, currency, 'USD', rates);
  const facets = facetsWithout(profile.facets, ['instrument']);
  Object.assign(facets, { raise: { amount, currency, usd } }, instrument && { instrument });
  return { ...entry, profile: { ...profile, facets } };
}

/**
 * The eligible investors of a startup as a round takes them. What is hidden from the viewer has no part in it: an
 * investor whose ticket may not be told is left out, and conditions that may not be told are not asked.
 *
 * @throws {RangeError} when the startup states no round.
 */
export function roundCandidates(
  index: MatchIndex,
  subject: EmbeddedProfile,
  { rules, minScore = 0, viewer = SEES_ALL, ...options }: Omit<CoInvestOptions, 'raise'> = {},
): RoundCandidates {
  const { raise } = subject.profile.facets;
  if (!raise) throw new RangeError('the startup states no round: give one');
  const viewerOf = typeof viewer === 'function' ? viewer : () => viewer;
  const asked = { ...options, kind: 'investor' as const, minScore, viewer, limit: POOL, diversity: 0, fairness: 0 };
  const { matches } = index.match(subject, asked);
  const found = matches.flatMap((match) => {
    const { profile } = index.get('investor', match.id) as EmbeddedProfile;
    const investor = investorOf(match, profile, raise, viewerOf(profile));
    return investor ? [{ match, investor }] : [];
  });
  const best = found.slice(0, MOST_CANDIDATES);
  return {
    raise: { amount: raise.amount, currency: raise.currency },
    matches: best.map(({ match }) => match),
    input: { amount: raise.amount, investors: best.map(({ investor }) => investor), rules },
    unstated: matches.length - found.length,
  };
}

/** An investor with its amounts in whole units of the round's currency, as far as the viewer may be told. */
function investorOf(
  { id, score }: Match,
  profile: NormalProfile,
  raise: Sum,
  viewer: Viewer,
): RoundInvestor | undefined {
  const told = <T>(read: (facets: NormalProfile['facets']) => T): T | undefined => {
    const seen = observe({ [profile.kind]: profile }, viewer, (pair) => read(pair[profile.kind].facets));
    return seen.hidden ? undefined : seen.answer;
  };
  const ticket = told(({ ticket }) => ticket);
  if (!ticket) return undefined;
  const inRound = ({ usd }: Sum) => (usd * raise.amount) / raise.usd;
  const left = told(({ dryPowder }) => dryPowder);
  const { minPercent = 0, ...conditions } = told(({ coInvestment }) => coInvestment) ?? {};
  const largest = [raise, ticket.max, left].flatMap((sum) => (sum ? [whole(inRound(sum), 'down')] : []));
  const max = Math.min(...largest);
  const least = ticket.min ? inRound(ticket.min) : Math.min(max, SMALLEST_SHARE * raise.amount);
  const min = whole(Math.max(least, (raise.amount * minPercent) / 100), 'up');
  if (max <= 0 || min <= 0 || min > max) return undefined;
  const country = told((facets) => facets.country);
  const role = told(({ roundRole }) => roundRole);
  return { id, score, min, max, ...(country && { country }), ...(role && { role }), conditions };
}

/** A whole unit to the side that keeps the limit; a part of one as it is. */
const whole = (amount: number, side: 'up' | 'down'): number => {
  if (amount < 1) return amount;
  // What is whole but for the last bits of a conversion is whole.
  const near = Math.round(amount);
  if (Math.abs(amount - near) < 1e-6) return near;
  return side === 'up' ? Math.ceil(amount) : Math.floor(amount);
};

/** A plan with who stands behind it, in words. */
export function explainRound({ raise, matches, input, unstated }: RoundCandidates, plan: RoundPlan): CoInvestment {
  const { currency } = raise;
  const money = (amount: number): Money => ({ amount, currency });
  const by = new Map(input.investors.map((one, i) => [one.id, { one, match: matches[i] as Match }]));
  const investments = plan.investments.map(({ id, amount, leads }): RoundPart => {
    const { one, match } = by.get(id) as { one: RoundInvestor; match: Match };
    const evidence = { amount: money(amount), share: amount / raise.amount };
    const why = amount >= one.max ? 'round.largest' : amount <= one.min ? 'round.smallest' : 'round.rest';
    return {
      match,
      amount: money(amount),
      leads,
      messages: [
        { key: leads ? 'round.leads' : 'round.joins', evidence },
        { key: why, evidence: {} },
      ],
    };
  });
  const countries = new Set(plan.investments.flatMap(({ id }) => by.get(id)?.one.country ?? [])).size;
  const put = raise.amount - plan.open;
  const whole = { raise, put: money(put), open: money(plan.open), investors: investments.length, countries };
  const stops = plan.open === 0 ? [] : plan.stops.length === 0 ? (['several'] as const) : plan.stops;
  return {
    raise,
    investments,
    open: money(plan.open),
    score: Math.round(10 * plan.value) / 10,
    gap: plan.gap,
    stops: plan.stops,
    candidates: input.investors.length,
    unstated,
    summary: [
      plan.open === 0 ? { key: 'round.filled', evidence: whole } : { key: 'round.open', evidence: whole },
      ...stops.map((rule): Message => ({ key: 'round.stopped', evidence: { rule } })),
      ...(unstated > 0 ? [{ key: 'round.unstated', evidence: { investors: unstated } } as const] : []),
    ],
  };
}
