import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type {
  Application,
  ApplicationHistory,
  ApplicationInput,
  ApplicationPatch,
  applicationPageSchema,
  applicationQuerySchema,
  ProgrammeNumbers,
} from './schema.ts';

/** Applications of startups to the calls of programmes: `kopru.applications`. */
export class Applications extends Resource {
  /** Refused where the call is not open. */
  create(application: ApplicationInput, options?: WriteOptions): Call<ApplicationHistory> {
    return this.transport.call({ method: 'POST', path: '/v1/applications', body: application }, options);
  }

  /** The newest first. */
  list(
    query?: z.input<typeof applicationQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof applicationPageSchema>, Application> {
    return this.transport.list('/v1/applications', query, options);
  }

  /** With what it was at each time. */
  get(id: string, options?: RequestOptions): Call<ApplicationHistory> {
    return this.transport.call({ method: 'GET', path: path`/v1/applications/${id}` }, options);
  }

  /** Admits, declines, places it in a stage of the pipeline, or notes what was raised. */
  update(id: string, patch: ApplicationPatch, options?: WriteOptions): Call<ApplicationHistory> {
    return this.transport.call({ method: 'PATCH', path: path`/v1/applications/${id}`, body: patch }, options);
  }

  /** How many applied to a programme, were admitted and are alumni, and what they raised. */
  numbers(programme: string, options?: RequestOptions): Call<ProgrammeNumbers> {
    return this.transport.call({ method: 'GET', path: path`/v1/programmes/${programme}/numbers` }, options);
  }
}
