import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type {
  askSchema,
  declineSchema,
  IntroductionView,
  introductionPageSchema,
  introductionQuerySchema,
  meetingSchema,
} from './schema.ts';

/** Requests to meet, and their answers: `kopru.introductions`. */
export class Introductions extends Resource {
  /** Asks for a meeting in the name of a profile. */
  ask(request: z.input<typeof askSchema>, options?: WriteOptions): Call<IntroductionView> {
    return this.transport.call({ method: 'POST', path: '/v1/introductions', body: request }, options);
  }

  /** The newest first, without contacts. */
  list(
    query?: Query<typeof introductionQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof introductionPageSchema>, IntroductionView> {
    return this.transport.list('/v1/introductions', query, options);
  }

  /** With the contacts of both once it is accepted; that they were read is on record. */
  get(id: string, options?: RequestOptions): Call<IntroductionView> {
    return this.transport.call({ method: 'GET', path: path`/v1/introductions/${id}` }, options);
  }

  /** By the asked side. From now on both can read the contacts. */
  accept(id: string, options?: WriteOptions): Call<IntroductionView> {
    return this.#act(id, 'accept', options);
  }

  /** By the asked side. The asking side never learns the reason. */
  decline(id: string, decline: z.input<typeof declineSchema> = {}, options?: WriteOptions): Call<IntroductionView> {
    return this.#act(id, 'decline', options, decline);
  }

  /** By the asking side. */
  withdraw(id: string, options?: WriteOptions): Call<IntroductionView> {
    return this.#act(id, 'withdraw', options);
  }

  /** By the hub of the asked side, where it has a say. */
  approve(id: string, options?: WriteOptions): Call<IntroductionView> {
    return this.#act(id, 'approve', options);
  }

  /** By the hub of the asked side, where it has a say. To the asking side it is a decline as any other. */
  refuse(id: string, options?: WriteOptions): Call<IntroductionView> {
    return this.#act(id, 'refuse', options);
  }

  /** By either side of an accepted one, in place of what was set before. */
  setMeeting(id: string, meeting: z.input<typeof meetingSchema>, options?: WriteOptions): Call<IntroductionView> {
    return this.transport.call({ method: 'PUT', path: path`/v1/introductions/${id}/meeting`, body: meeting }, options);
  }

  /** By either side. The introduction stays accepted. */
  cancelMeeting(id: string, options?: WriteOptions): Call<IntroductionView> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/introductions/${id}/meeting` }, options);
  }

  #act(id: string, action: string, options: WriteOptions | undefined, body?: unknown): Call<IntroductionView> {
    return this.transport.call({ method: 'POST', path: path`/v1/introductions/${id}/${action}`, body }, options);
  }
}
