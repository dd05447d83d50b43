import { z } from 'zod';
import { EVENT_TYPES } from '../events/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

const eventTypes = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .max(EVENT_TYPES.length)
  .nullable()
  .meta({ description: 'Events to send; null sends all' });

const shape = {
  url: z.url().max(2000).meta({
    description: 'Where events are posted: https on port 443 with a public name; no redirect is followed',
    example: 'https://hub.example/kopru-events',
  }),
  description: z.string().max(200),
  events: eventTypes,
};

/** What a hub gives to hear of events. */
export const webhookInputSchema = z
  .strictObject({ ...shape, description: shape.description.default(''), events: eventTypes.default(null) })
  .meta({
    id: 'WebhookInput',
    example: { url: 'https://hub.example/kopru-events', description: 'Our backend', events: ['profile.created'] },
  });

/** What of an endpoint may be changed; enabling one that was disabled starts its count of failures anew. */
export const webhookPatchSchema = z
  .strictObject({ ...shape, status: z.enum(['enabled', 'disabled']) })
  .partial()
  .meta({ id: 'WebhookPatch', example: { status: 'enabled', events: null } });

const endpointShape = {
  id: z.string(),
  ...shape,
  status: z
    .enum(['enabled', 'disabled'])
    .meta({ description: 'Disabled by the hub, or after 20 failed attempts in a row' }),
  failures: z.int().meta({ description: 'Attempts in a row that failed' }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const webhookSchema = z.object(endpointShape).meta({ id: 'Webhook' });

export const webhookWithSecretSchema = z
  .object({
    ...endpointShape,
    secret: z
      .string()
      .meta({ description: 'Signs every event (Standard Webhooks); shown this once', example: 'whsec_…' }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const webhookPageSchema = pageSchema(webhookSchema, 'WebhookPage');

export const rotationSchema = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).meta({
      description: 'How long events are signed with the secret before as well',
    }),
  })
  .meta({ id: 'Rotation', example: { overlapHours: 24 } });

const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;

export const deliveryQuerySchema = z.strictObject({
  ...pageQueryShape,
  state: z.enum(DELIVERY_STATES).optional().meta({ example: 'dead' }),
});

const deliverySchema = z
  .object({
    id: z.string(),
    event: z.object({
      id: z.string().meta({ description: 'The `webhook-id`, the same on every attempt' }),
      type: z.enum([...EVENT_TYPES, 'endpoint.test']),
      createdAt: z.iso.datetime(),
    }),
    state: z.enum(DELIVERY_STATES).meta({ description: 'Dead after six attempts; replay sends it again' }),
    attempts: z.int(),
    nextAt: z.iso.datetime().nullable(),
    lastStatus: z.int().nullable().meta({ description: 'HTTP status of the last answer' }),
    lastError: z.enum(['timeout', 'unreachable', 'redirect', 'status', 'refused_url']).nullable(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Delivery' });

export const deliveryPageSchema = pageSchema(deliverySchema, 'DeliveryPage');

export type DeliveryError = NonNullable<z.output<typeof deliverySchema>['lastError']>;
export type Delivery = z.output<typeof deliverySchema>;
export type Webhook = z.output<typeof webhookSchema>;
export type WebhookInput = z.output<typeof webhookInputSchema>;
export type WebhookPatch = z.output<typeof webhookPatchSchema>;
