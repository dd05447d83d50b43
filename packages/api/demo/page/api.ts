import type {
  ApplicationHistory,
  CoInvestment,
  CoInvestmentRequest,
  MarketEntry,
  MatchList,
  Neighbours,
  Problem,
  ProgrammeNumbers,
} from '@kopru/sdk/schema';
import { type DraftKind, type Kind, PATHS } from './kinds.ts';

export type Card = MatchList['matches'][number]['card'];

export interface Profile {
  readonly kind: Kind;
  readonly id: string;
  readonly card: Card;
  /** Its long text; empty where its owner keeps it private. */
  readonly text: string;
}

/** The profiles of a kind. */
export interface Profiles {
  readonly profiles: readonly Profile[];
  /** The kinds that it seeks, the first of which is listed when none is chosen. */
  readonly seeks: readonly Kind[];
}

/** The API answered with a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** All profiles of a kind, by name. @throws {ProblemError} or, with no connection, {TypeError}. */
export const fetchProfiles = (kind: Kind): Promise<Profiles> =>
  call(`/demo/profiles?kind=${kind}`) as Promise<Profiles>;

/** The matches of a stored profile among a kind, explained in a language. @throws as {@link fetchProfiles}. */
export const fetchMatches = (
  { kind, id }: Profile,
  seeks: Kind,
  locale: string,
  signal: AbortSignal,
): Promise<MatchList> =>
  call(`/demo/${PATHS[kind]}/${encodeURIComponent(id)}/matches?${query(locale)}&kind=${seeks}`, {
    signal,
  }) as Promise<MatchList>;

/** Who can help a stored startup into a country. @throws as {@link fetchProfiles}. */
export const fetchMarket = (id: string, country: string, locale: string): Promise<MarketEntry> =>
  call(
    `/demo/startups/${encodeURIComponent(id)}/market-entry?${new URLSearchParams({ country, explain: locale, limit: '3' })}`,
  ) as Promise<MarketEntry>;

/** What a round asks of all who take part. */
export type Rules = NonNullable<CoInvestmentRequest['rules']>;

/** Who could fill the round of a stored startup, under these rules. @throws as {@link fetchProfiles}. */
export const fetchRound = (id: string, rules: Rules, locale: string): Promise<CoInvestment> =>
  call(
    `/demo/startups/${encodeURIComponent(id)}/co-investment?explain=${locale}`,
    json({ rules }),
  ) as Promise<CoInvestment>;

/** What a startup has applied to, and the programmes that match it. */
export interface Applying {
  readonly applications: readonly ApplicationHistory[];
  readonly list: MatchList;
}

/** The applications of a stored startup, and what else it can apply to. @throws as {@link fetchProfiles}. */
export const fetchApplying = async (id: string, locale: string): Promise<Applying> => {
  const startup = `/demo/startups/${encodeURIComponent(id)}`;
  const asked = [`${startup}/applications`, `${startup}/matches?${query(locale)}&kind=programme`];
  const [applications, list] = await Promise.all(asked.map((path) => call(path)));
  return { applications, list } as Applying;
};

/** The patents whose abstracts are most like that of a stored one. @throws as {@link fetchProfiles}. */
export const fetchNeighbours = (id: string, locale: string): Promise<Neighbours> =>
  call(
    `/demo/patents/${encodeURIComponent(id)}/neighbours?${new URLSearchParams({ explain: locale, limit: '5' })}`,
  ) as Promise<Neighbours>;

/** What became of the applications to a stored programme. @throws as {@link fetchProfiles}. */
export const fetchNumbers = (id: string): Promise<ProgrammeNumbers> =>
  call(`/demo/programmes/${encodeURIComponent(id)}/numbers`) as Promise<ProgrammeNumbers>;

/** The matches of a profile that is not stored. @throws as {@link fetchProfiles}; the issues of a refused profile are in the problem. */
export const postMatch = (kind: DraftKind, profile: object, locale: string, signal: AbortSignal): Promise<MatchList> =>
  call(`/demo/match?${query(locale)}`, { ...json({ kind, profile }), signal }) as Promise<MatchList>;

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const query = (locale: string): string =>
  String(new URLSearchParams({ explain: locale, include: 'rejected', limit: '20' }));

async function call(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init);
  const body: unknown = await response.json();
  if (!response.ok) throw new ProblemError(body as Problem);
  return body;
}
