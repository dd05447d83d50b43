import type { z } from 'zod';
import type { Call } from '../call.ts';
import { PATHS } from '../kinds/paths.ts';
import type { Pages } from '../pages.ts';
import { nextCursor, path, type Request, type RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { ProfileRef, Query } from '../wire-types.ts';
import type { CoInvestment, coInvestmentQuerySchema, coInvestmentRequestSchema } from './co-investment-schema.ts';
import type { MarketEntry, marketEntryQuerySchema } from './market-entry-schema.ts';
import type { Neighbours, neighboursQuerySchema } from './neighbours-schema.ts';
import type {
  MatchList,
  MatchLists,
  matchBatchQuerySchema,
  matchBatchSchema,
  matchQuerySchema,
  matchRequestSchema,
  Score,
  scoreQuerySchema,
  scoreRequestSchema,
} from './schema.ts';

export type Match = MatchList['matches'][number];
type MatchOptions = Query<typeof matchQuerySchema>;

/** Who fits whom, and why: `kopru.matches`. Nothing here changes anything. */
export class Matches extends Resource {
  /** The matches of a stored profile, best first. */
  list({ kind, id }: ProfileRef, query?: MatchOptions, options?: RequestOptions): Pages<MatchList, Match> {
    return this.#pages({ method: 'GET', path: path`/v1/${PATHS[kind]}/${id}/matches`, query }, options);
  }

  /** The matches of a profile that is not stored. */
  find(
    request: z.input<typeof matchRequestSchema>,
    query?: MatchOptions,
    options?: RequestOptions,
  ): Pages<MatchList, Match> {
    return this.#pages({ method: 'POST', path: '/v1/match', query, body: request, reads: true }, options);
  }

  /** The first pages of up to 100 lists. */
  batch(
    request: z.input<typeof matchBatchSchema>,
    query?: Query<typeof matchBatchQuerySchema>,
    options?: RequestOptions,
  ): Call<MatchLists> {
    return this.transport.call(
      { method: 'POST', path: '/v1/matches/batch', query, body: request, reads: true },
      options,
    );
  }

  /** Who can help a startup into a country: the best there of every kind that it seeks. */
  marketEntry(id: string, query: Query<typeof marketEntryQuerySchema>, options?: RequestOptions): Call<MarketEntry> {
    return this.transport.call({ method: 'GET', path: path`/v1/startups/${id}/market-entry`, query }, options);
  }

  /** The patents whose abstracts are most like that of one, in whatever language. No legal advice: show its `notice`. */
  neighbours(id: string, query?: Query<typeof neighboursQuerySchema>, options?: RequestOptions): Call<Neighbours> {
    return this.transport.call({ method: 'GET', path: path`/v1/patents/${id}/neighbours`, query }, options);
  }

  /** Which investors fill a round of a startup together, who leads it, and what is left open. */
  coInvestment(
    id: string,
    request: z.input<typeof coInvestmentRequestSchema>,
    query?: Query<typeof coInvestmentQuerySchema>,
    options?: RequestOptions,
  ): Call<CoInvestment> {
    return this.transport.call(
      { method: 'POST', path: path`/v1/startups/${id}/co-investment`, query, body: request, reads: true },
      options,
    );
  }

  /** One pair: whether it is eligible, why not, its score and why. */
  score(
    request: z.input<typeof scoreRequestSchema>,
    query?: Query<typeof scoreQuerySchema>,
    options?: RequestOptions,
  ): Call<Score> {
    return this.transport.call({ method: 'POST', path: '/v1/score', query, body: request, reads: true }, options);
  }

  #pages(request: Request, options: RequestOptions | undefined): Pages<MatchList, Match> {
    return this.transport.pages<MatchList, Match>(request, options, ({ matches }) => matches, nextCursor);
  }
}
