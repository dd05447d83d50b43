import type { MarketEntry, MatchList, Problem } from '@kopru/sdk/schema';
import { KIND_PATHS, type PageKind } from './kinds.ts';

export type Card = MatchList['matches'][number]['card'];

export interface Profile {
  readonly kind: PageKind;
  readonly id: string;
  readonly card: Card;
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
export async function fetchProfiles(kind: PageKind): Promise<Profile[]> {
  const { profiles } = (await call(`/demo/profiles?kind=${kind}`)) as { profiles: Profile[] };
  return profiles;
}

/** The matches of a stored profile, explained in a language. @throws as {@link fetchProfiles}. */
export const fetchMatches = (kind: PageKind, id: string, locale: string, signal: AbortSignal): Promise<MatchList> =>
  call(`/demo/${KIND_PATHS[kind]}/${encodeURIComponent(id)}/matches?${query(locale)}`, {
    signal,
  }) as Promise<MatchList>;

/** Who can help a stored startup into a country. @throws as {@link fetchProfiles}. */
export const fetchMarket = (id: string, country: string, locale: string): Promise<MarketEntry> =>
  call(
    `/demo/startups/${encodeURIComponent(id)}/market-entry?${new URLSearchParams({ country, explain: locale, limit: '3' })}`,
  ) as Promise<MarketEntry>;

/** The matches of a profile that is not stored. @throws as {@link fetchProfiles}; the issues of a refused profile are in the problem. */
export const postMatch = (kind: PageKind, profile: object, locale: string, signal: AbortSignal): Promise<MatchList> =>
  call(`/demo/match?${query(locale)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, profile }),
    signal,
  }) as Promise<MatchList>;

const query = (locale: string): string =>
  String(new URLSearchParams({ explain: locale, include: 'rejected', limit: '20' }));

async function call(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init);
  const body: unknown = await response.json();
  if (!response.ok) throw new ProblemError(body as Problem);
  return body;
}
