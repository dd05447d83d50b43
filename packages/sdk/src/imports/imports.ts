import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Kind } from '../kinds/index.ts';
import { Lines } from '../lines.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery, ProfileInput, Query } from '../wire-types.ts';
import { uploadOf } from './rows.ts';
import type { Import, ImportIssue, ImportMapping, importPageSchema, importQuerySchema } from './schema.ts';

/** A row: your own id of the profile, and the profile. */
export interface ImportRow<K extends Kind> {
  readonly id: string;
  readonly profile: ProfileInput<K>;
}

export type ImportRows<K extends Kind> = Iterable<ImportRow<K>> | AsyncIterable<ImportRow<K>>;

/** How a CSV is to be read. */
export interface CsvOptions extends Omit<Query<typeof importQuerySchema>, 'kind' | 'mapping'> {
  readonly kind: Kind;
  /** From column names to `id`, to a JSON Pointer into the profile, or to null for a column to be left out. */
  readonly mapping?: Readonly<ImportMapping> | undefined;
}

/** Many profiles at once: `kopru.imports`. The rows are imported after the upload; `get` tells how far it is. */
export class Imports extends Resource {
  /**
   * Streams rows, no faster than the server takes them. In a browser give an array: browsers send streams over
   * HTTP/2 alone, and not all of them do.
   *
   * @param rows an array or a function that gives them anew is sent again after a fault; any other
   * iterable can be read only once, and a fault is then the caller's to deal with.
   */
  create<K extends Kind>(kind: K, rows: ImportRows<K> | (() => ImportRows<K>), options?: WriteOptions): Call<Import> {
    return this.transport.call(
      { method: 'POST', path: '/v1/imports', query: { kind }, upload: uploadOf(rows) },
      options,
    );
  }

  /** A CSV in UTF-8 with a header; a `Blob` is read from where it lies. */
  createFromCsv(
    csv: string | Blob | Uint8Array<ArrayBuffer>,
    { mapping, ...query }: CsvOptions,
    options?: WriteOptions,
  ): Call<Import> {
    return this.transport.call(
      {
        method: 'POST',
        path: '/v1/imports',
        query: { ...query, mapping: mapping && JSON.stringify(mapping) },
        upload: { type: 'text/csv', repeatable: true, open: () => csv },
      },
      options,
    );
  }

  /** The newest first. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof importPageSchema>, Import> {
    return this.transport.list('/v1/imports', query, options);
  }

  /** How far it is. */
  get(id: string, options?: RequestOptions): Call<Import> {
    return this.transport.call({ method: 'GET', path: path`/v1/imports/${id}` }, options);
  }

  /** What is wrong with which line, in the order of the upload. */
  report(id: string, options?: RequestOptions): Lines<ImportIssue> {
    return new Lines(this.transport.stream({ method: 'GET', path: path`/v1/imports/${id}/report` }, options), options);
  }

  /** What it has written stays. */
  cancel(id: string, options?: WriteOptions): Call<Import> {
    return this.transport.call({ method: 'POST', path: path`/v1/imports/${id}/cancel` }, options);
  }

  /** Goes on with one that failed. */
  resume(id: string, options?: WriteOptions): Call<Import> {
    return this.transport.call({ method: 'POST', path: path`/v1/imports/${id}/resume` }, options);
  }
}
