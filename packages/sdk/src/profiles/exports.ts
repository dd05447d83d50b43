import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Kind } from '../kinds/index.ts';
import { PATHS } from '../kinds/paths.ts';
import type { Lines } from '../lines.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { ProfileRef, Query } from '../wire-types.ts';
import { type ExportLine, HubExport } from './hub-export.ts';
import type { StoredProfile } from './profiles.ts';
import type { deletionPageSchema, deletionQuerySchema, exportQuerySchema, profileExportSchema } from './schema.ts';

export type ProfileExport<K extends Kind> = Omit<z.output<ReturnType<typeof profileExportSchema>>, 'profile'> & {
  profile: StoredProfile<K> | null;
};

export type DeletionPage = z.output<typeof deletionPageSchema>;

/** What leaves with its owner: `kopru.exports`. */
export class Exports extends Resource {
  /**
   * Everything that the hub owns, line by line, each once and as it was when it was read. When the connection is cut
   * it goes on by itself. A line `cursor` says that all before it can be kept: its `cursor` is where a later call goes
   * on, for a day and as long as no profile of the hub is erased. `await` gives the bytes of one answer, which for a
   * large hub is not all.
   *
   * @param query `cursor`: the last one of an export that was begun before.
   * @throws {KopruError} `invalid_request`, also between two lines, when it cannot go on: drop what was given, and
   * begin anew without a cursor.
   */
  hub(query?: Query<typeof exportQuerySchema>, options?: RequestOptions): Lines<ExportLine> {
    return new HubExport(this.transport, query?.cursor, options);
  }

  /** Everything that the hub keeps about a profile. */
  profile<K extends Kind>({ kind, id }: ProfileRef<K>, options?: RequestOptions): Call<ProfileExport<K>> {
    return this.transport.call({ method: 'GET', path: path`/v1/${PATHS[kind]}/${id}/export` }, options);
  }

  /** Profiles that were erased, oldest first, for copies that must drop them. */
  deletions(
    query?: Query<typeof deletionQuerySchema>,
    options?: RequestOptions,
  ): Pages<DeletionPage, DeletionPage['items'][number]> {
    return this.transport.pages<DeletionPage, DeletionPage['items'][number]>(
      { method: 'GET', path: '/v1/deletions', query },
      options,
      ({ items }) => items,
      ({ more, after }) => (more ? { after } : undefined),
    );
  }
}
