import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Pages } from '../pages.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { PageQuery, Query } from '../wire-types.ts';
import type {
  Delivery,
  deliveryPageSchema,
  deliveryQuerySchema,
  rotationSchema,
  Webhook,
  WebhookPatch,
  webhookInputSchema,
  webhookPageSchema,
  webhookWithSecretSchema,
} from './schema.ts';

/** An endpoint with the secret that signs its events, which is shown this once. */
export type WebhookWithSecret = z.output<typeof webhookWithSecretSchema>;

/** How many deliveries are sent again. */
export interface Replayed {
  readonly replayed: number;
}

/** Where events are posted: `kopru.webhooks`. */
export class Webhooks extends Resource {
  /** From now on events are posted to it: those of the types that are named, or all. */
  create(webhook: z.input<typeof webhookInputSchema>, options?: WriteOptions): Call<WebhookWithSecret> {
    return this.transport.call({ method: 'POST', path: '/v1/webhooks', body: webhook }, options);
  }

  /** Without the secrets. */
  list(query?: PageQuery, options?: RequestOptions): Pages<z.output<typeof webhookPageSchema>, Webhook> {
    return this.transport.list('/v1/webhooks', query, options);
  }

  /** With how often in a row it failed. */
  get(id: string, options?: RequestOptions): Call<Webhook> {
    return this.transport.call({ method: 'GET', path: path`/v1/webhooks/${id}` }, options);
  }

  /** Enabling one that was disabled starts its count of failures anew. */
  update(id: string, patch: WebhookPatch, options?: WriteOptions): Call<Webhook> {
    return this.transport.call({ method: 'PATCH', path: path`/v1/webhooks/${id}`, body: patch }, options);
  }

  /** With it goes what waits to be delivered. */
  delete(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/webhooks/${id}` }, options);
  }

  /** A new secret; for a while events are signed with the one before as well. */
  rotateSecret(
    id: string,
    rotation: z.input<typeof rotationSchema> = {},
    options?: WriteOptions,
  ): Call<WebhookWithSecret> {
    return this.transport.call({ method: 'POST', path: path`/v1/webhooks/${id}/rotate`, body: rotation }, options);
  }

  /** Sends an event of type `endpoint.test`. */
  test(id: string, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'POST', path: path`/v1/webhooks/${id}/test` }, options);
  }

  /** What was sent to it, and what waits. The newest first. */
  deliveries(
    id: string,
    query?: Query<typeof deliveryQuerySchema>,
    options?: RequestOptions,
  ): Pages<z.output<typeof deliveryPageSchema>, Delivery> {
    return this.transport.list(path`/v1/webhooks/${id}/deliveries`, query, options);
  }

  /** Sends a delivery again. */
  replay(id: string, deliveryId: string, options?: WriteOptions): Call<Replayed> {
    const delivery = path`/v1/webhooks/${id}/deliveries/${deliveryId}/replay`;
    return this.transport.call({ method: 'POST', path: delivery }, options);
  }

  /** Sends every delivery again that was given up. */
  replayDead(id: string, options?: WriteOptions): Call<Replayed> {
    return this.transport.call({ method: 'POST', path: path`/v1/webhooks/${id}/replay` }, options);
  }
}
