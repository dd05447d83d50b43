import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { digestPreviewSchema } from '../mails/schema.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { Query } from '../wire-types.ts';
import type {
  MailSubscription,
  MailSubscriptionPatch,
  mailSubscriptionPageSchema,
  mailSubscriptionQuerySchema,
  newMailSubscriptionSchema,
} from './schema.ts';

/** Who gets mail about which profile, and how: `kopru.subscriptions`. */
export class Subscriptions extends Resource {
  /**
   * Asks an address whether it wants mail about a profile. Nothing else goes out before whoever reads it has
   * confirmed. An address that is subscribed already stays as it is; one that ended, or has not confirmed, is asked
   * again, once a day at most.
   */
  create(subscription: z.input<typeof newMailSubscriptionSchema>, options?: WriteOptions): Call<MailSubscription> {
    return this.transport.call({ method: 'POST', path: '/v1/subscriptions', body: subscription }, options);
  }

  /** Those that ended too. A viewer finds those of its own profile alone. */
  list(
    query?: Query<typeof mailSubscriptionQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof mailSubscriptionPageSchema>, MailSubscription> {
    return this.transport.list('/v1/subscriptions', query, options);
  }

  /** One of them. */
  get(id: string, options?: RequestOptions): Call<MailSubscription> {
    return this.transport.call({ method: 'GET', path: path`/v1/subscriptions/${id}` }, options);
  }

  /** The digest that it would get now. Nothing is sent, and nothing is remembered as told. */
  preview(id: string, options?: RequestOptions): Call<z.output<typeof digestPreviewSchema>> {
    return this.transport.call({ method: 'GET', path: path`/v1/subscriptions/${id}/preview` }, options);
  }

  /** Changes what is named, and leaves the rest. */
  update(id: string, changes: MailSubscriptionPatch, options?: WriteOptions): Call<MailSubscription> {
    return this.transport.call({ method: 'PATCH', path: path`/v1/subscriptions/${id}`, body: changes }, options);
  }

  /** Nothing goes out any more, at once. The address may be asked again later. */
  end(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/subscriptions/${id}` }, options);
  }
}
