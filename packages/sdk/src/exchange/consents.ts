import type { z } from 'zod';
import type { Call } from '../call.ts';
import { PATHS } from '../kinds/paths.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery, ProfileRef } from '../wire-types.ts';
import type { Consent, consentInputSchema, consentPageSchema } from './schema.ts';

/** What owners agreed to in the exchange: `kopru.consents`. */
export class Consents extends Resource {
  /** Records a consent in place of the one before. */
  record(profile: ProfileRef, consent: z.input<typeof consentInputSchema>, options?: WriteOptions): Call<Consent> {
    return this.transport.call({ method: 'POST', path: pathOf(profile), body: consent }, options);
  }

  /** Those of a profile, withdrawn ones too. */
  list(
    profile: ProfileRef,
    query?: PageQuery,
    options?: RequestOptions,
  ): Pages<z.output<typeof consentPageSchema>, Consent> {
    return this.transport.list(pathOf(profile), query, options);
  }

  /** The card of the profile is withdrawn with it, by the next read of any hub. */
  withdraw(profile: ProfileRef, id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: pathOf(profile) + path`/${id}` }, options);
  }
}

const pathOf = ({ kind, id }: ProfileRef): string => path`/v1/${PATHS[kind]}/${id}/consents`;
