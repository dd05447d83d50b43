import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Kind, ProfileOf } from '../kinds/index.ts';
import { PATHS } from '../kinds/paths.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Transport } from '../transport.ts';
import type { MergePatch, ProfileInput, Query } from '../wire-types.ts';
import type { profileQuerySchema, storedProfileSchema } from './schema.ts';

/** A profile as it is stored: as its owner sent it, with what the hub counts. */
export type StoredProfile<K extends Kind> = Omit<
  z.output<ReturnType<typeof storedProfileSchema>>,
  'kind' | 'profile'
> & { kind: K; profile: ProfileOf<K> };

export interface ProfilePage<K extends Kind> {
  items: StoredProfile<K>[];
  nextCursor: string | null;
}

export interface ProfileWriteOptions extends WriteOptions {
  /** `sequence` of the profile as it was read: if it was written since, `precondition_failed`. @default no condition */
  readonly ifMatch?: number | undefined;
}

/** The profiles of one kind: `kopru.startups`, `kopru.investors`, `kopru.experts`. */
export class Profiles<K extends Kind> extends Resource {
  readonly #kind: K;

  constructor(transport: Transport, kind: K) {
    super(transport);
    this.#kind = kind;
  }

  /** By id. A viewer finds its own profile alone. */
  list(query?: Query<typeof profileQuerySchema>, options?: RequestOptions): Pages<ProfilePage<K>, StoredProfile<K>> {
    return this.transport.list<ProfilePage<K>>(`/v1/${PATHS[this.#kind]}`, query, options);
  }

  /** Creates or replaces the profile of an id of your own. The same profile again changes nothing. */
  upsert(id: string, profile: ProfileInput<K>, options?: ProfileWriteOptions): Call<StoredProfile<K>> {
    return this.#write('PUT', id, options, profile);
  }

  /** Changes the fields that are named; null removes one. */
  update(id: string, patch: MergePatch<ProfileInput<K>>, options?: ProfileWriteOptions): Call<StoredProfile<K>> {
    return this.#write('PATCH', id, options, patch);
  }

  /** As its owner sent it, with its version. */
  get(id: string, options?: RequestOptions): Call<StoredProfile<K>> {
    return this.transport.call({ method: 'GET', path: this.#path(id) }, options);
  }

  /** Erases it for good, with everything that is kept about it. */
  delete(id: string, options?: ProfileWriteOptions): Call<void> {
    return this.#write('DELETE', id, options);
  }

  #write<T>(
    method: 'PUT' | 'PATCH' | 'DELETE',
    id: string,
    { ifMatch, ...options }: ProfileWriteOptions = {},
    body?: unknown,
  ): Call<T> {
    const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
    return this.transport.call({ method, path: this.#path(id), body, headers }, options);
  }

  #path(id: string): string {
    return path`/v1/${PATHS[this.#kind]}/${id}`;
  }
}
