import type { NormalProfile } from '@kopru/sdk/engine';
import type { MatchList, MatchQuery } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { Queryable } from '../lib/queryable.ts';
import type { Ref } from './card.ts';
import { keyOf, readAnswered, readIntroduced, refOf } from './history-store.ts';

type History = NonNullable<MatchList['matches'][number]['history']>;

/** Whether who asks for a list of a stored profile also learns of its introductions, and as whom. */
export type Introductions = 'of_owner' | 'of_staff' | 'none';

/** An owner sees its own; a server what its key may read. */
export function introductionsFor(c: Context<AppEnv>): Introductions {
  const principal = c.get('principal');
  if (principal.kind === 'viewer') return 'of_owner';
  return principal.kind === 'secret' && principal.scopes.includes('introductions:read') ? 'of_staff' : 'none';
}

/** What the profile that a list is for has done with the candidates. */
export interface Past {
  /** Whether a candidate is one that the list may hold; undefined where all are. */
  readonly accepts: ((candidate: NormalProfile) => boolean) | undefined;
  /** The candidates that these are, where they are few and known. */
  readonly named: readonly Ref[] | undefined;
  /** The history of each of some matches. */
  readonly of: (matches: readonly Ref[]) => Promise<(match: Ref) => { history?: History }>;
}

/** A profile that is not stored has done nothing yet. */
const NO_PAST = (only: MatchQuery['only']): Past => ({
  accepts: only === 'saved' || only === 'passed' ? () => false : undefined,
  named: undefined,
  of: async () => () => ({}),
});

/** Reads what a profile did: its answers and introductions now, and of one that has very many those of each page. */
export async function readPast(
  db: Queryable,
  hubId: string,
  subject: Pick<NormalProfile, 'kind' | 'id'>,
  only: MatchQuery['only'],
  introductions: Introductions | undefined,
): Promise<Past> {
  if (introductions === undefined || subject.id === '') return NO_PAST(only);
  const staff = introductions === 'of_staff';
  const [answered, all] = await Promise.all([
    readAnswered(db, hubId, subject),
    introductions === 'none' ? undefined : readIntroduced(db, hubId, subject, staff),
  ]);
  const accepts = (candidate: NormalProfile) => {
    const known = answered.get(keyOf(candidate));
    if (only === 'new') return known === undefined;
    return only === 'open' ? known?.answer?.answer !== 'passed' : known?.answer?.answer === only;
  };
  return {
    accepts: only === undefined ? undefined : accepts,
    named:
      only === 'saved' || only === 'passed'
        ? [...answered].filter(([, known]) => known.answer?.answer === only).map(([key]) => refOf(key))
        : undefined,
    async of(matches) {
      const introduced =
        introductions === 'none' ? undefined : (all ?? (await readIntroduced(db, hubId, subject, staff, matches)));
      return (match) => ({
        history: {
          ...(answered.get(keyOf(match)) ?? { seenAt: null, answer: null }),
          ...(introduced && { introduction: introduced.get(keyOf(match)) ?? null }),
        },
      });
    },
  };
}
