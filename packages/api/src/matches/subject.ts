import { centre, MODEL, sectors } from '@kopru/model/workerd';
import { type EmbeddedProfile, type Embedder, embedProfiles, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import type { Kind, Profile } from '@kopru/sdk/schema';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import { cachedEmbedder } from '../lib/embed-cache.ts';
import { loadEmbedder } from '../lib/embedder.ts';
import type { Queryable } from '../lib/queryable.ts';
import { textError } from '../profiles/service.ts';
import { getProfiles } from '../profiles/store.ts';
import type { HubSearch } from '../vectorize/hub-search.ts';
import { openSearch, TooFarBehind } from '../vectorize/search.ts';
import { isForeign } from './viewer.ts';

/** Where the lists of the request's hub are found. @param db by which it is brought up to date. */
export const searchOf = (c: Context<AppEnv>, db: Queryable = c.get('db')): Promise<HubSearch> =>
  openSearch({
    env: c.env,
    db,
    hub: c.get('hub'),
    waitUntil: (work) => c.executionCtx.waitUntil(work),
  }).catch((error: unknown) => {
    if (error instanceof TooFarBehind) c.header('retry-after', String(error.retryAfter));
    throw error;
  });

export const missing = (kind: Kind, id: string) => new ApiError('not_found', `This hub has no ${kind} "${id}".`);

/**
 * A profile of the hub as it is compared. One whose vectors are of another model is embedded on the
 * spot, so that after a change of model nobody's own list is gone.
 */
export const storedSubject = (
  c: Context<AppEnv>,
  search: HubSearch,
  kind: Kind,
  id: string,
): Promise<EmbeddedProfile | undefined> =>
  subjectOf(c.get('db'), c.get('hub'), search, { kind, id }, () => loadEmbedder(c));

/** The same outside a request. */
export async function subjectOf(
  db: Queryable,
  hub: Pick<Hub, 'id'>,
  search: HubSearch,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  embedder: () => Promise<Embedder>,
): Promise<EmbeddedProfile | undefined> {
  if (isForeign({ id })) return undefined;
  const held = (await search.of([{ kind, id }])).get(kind, id);
  if (held) return held;
  const [stored] = await getProfiles(db, hub.id, kind, [id]);
  // Not through the cache: what is kept there outlives an erasure.
  return stored && embed(kind, id, stored.profile, await embedder());
}

/** A profile that is only asked about, as it is compared; nothing of it is stored. @param at its JSON Pointer in the body. */
export const adHocSubject = (c: Context<AppEnv>, kind: Kind, profile: Profile, at: string): Promise<EmbeddedProfile> =>
  embed(
    kind,
    '',
    profile,
    cachedEmbedder(c.env.CACHE, c.get('hub').id, { ...MODEL, centre }, () => loadEmbedder(c)),
    at,
  );

async function embed(kind: Kind, id: string, profile: Profile, embedder: Embedder, at = ''): Promise<EmbeddedProfile> {
  const normal = normaliseProfile(kind, id, profile, DEFAULT_RATES);
  const [embedded] = await embedProfiles([normal], embedder, sectors()).catch(textError(kind, at));
  return embedded as EmbeddedProfile;
}
