import { z } from 'zod';
import { KIND_NAMES } from '../kinds/index.ts';
import { countrySchema, textSchema } from '../kinds/profile.ts';
import { startupSchema } from '../kinds/startup.ts';
import { cardSchema, localeSchema } from '../matches/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';
import { INTRODUCTION_STATES, type IntroductionState } from './states.ts';

export { INTRODUCTION_STATES, type IntroductionState };

const DECLINE_REASONS = ['not_a_fit', 'too_early', 'too_late', 'no_capacity', 'already_in_touch', 'other'] as const;

const kindSchema = z.enum(KIND_NAMES);

/** A profile as a request names it: by the hub's own id, or by the id that the exchange gave. */
export const profileRefSchema = z
  .strictObject({
    kind: kindSchema,
    id: z
      .string()
      .regex(/^[A-Za-z0-9~][A-Za-z0-9._~-]{0,127}$/, 'must be 1 to 128 of A–Z a–z 0–9 . _ ~ -')
      .meta({ description: 'Own id, or the exchange id (it begins with ~) of another hub’s profile' }),
  })
  .meta({ id: 'ProfileRef', example: { kind: 'investor', id: 'fund-3' } });

const partySchema = z.object({
  kind: kindSchema,
  id: z.string(),
  home: z
    .object({ hub: z.string(), name: z.string(), country: countrySchema.nullable() })
    .optional()
    .meta({ description: 'Of a profile of another hub' }),
});

/** A profile as an answer names it. */
export const knownPartySchema = partySchema.meta({ id: 'Party' });

export const askSchema = z
  .strictObject({
    from: profileRefSchema.meta({ description: 'Who asks: a profile of this hub; for a viewer its own' }),
    to: profileRefSchema.meta({ description: 'Who is asked' }),
    message: textSchema(2000),
    lang: localeSchema.optional().meta({ description: 'Language of the message' }),
  })
  .meta({
    id: 'IntroductionRequest',
    example: {
      from: { kind: 'startup', id: 'agri-17' },
      to: { kind: 'investor', id: 'fund-3' },
      message: 'Our probes measure salinity in the fields that your mandate names. May we show you the first season?',
      lang: 'en',
    },
  });

export const declineSchema = z
  .strictObject({
    reason: z
      .enum(DECLINE_REASONS)
      .optional()
      .meta({ description: 'Kept for the asked side and its hub; the asking side never learns it' }),
  })
  .meta({ id: 'Decline', example: { reason: 'no_capacity' } });

const sideSchema = partySchema
  .extend({
    card: cardSchema.optional().meta({ description: 'In reads, while it may be shown' }),
    contact: startupSchema.shape.contact.meta({ description: 'In the read of one that is accepted' }),
  })
  .meta({ id: 'IntroductionSide' });

/** When and where the two sides of an accepted introduction meet. */
export const meetingSchema = z
  .strictObject({
    at: z.iso.datetime({ offset: true }).meta({ description: 'When it begins', example: '2026-12-03T10:00:00+05:00' }),
    minutes: z.int().min(5).max(480).optional().meta({ description: 'How long it takes; 30 when not stated' }),
    place: textSchema(300).optional(),
    url: z
      .url({ protocol: /^https$/ })
      .max(500)
      .optional()
      .meta({ description: 'Where it takes place on the web', example: 'https://meet.example/agri-17' }),
  })
  .meta({ id: 'Meeting', example: { at: '2026-12-03T10:00:00+05:00', place: 'Astana Hub, hall 2' } });

export type MeetingInput = z.output<typeof meetingSchema>;

export const introductionSchema = z
  .object({
    id: z.string(),
    state: z.enum(INTRODUCTION_STATES).meta({
      description:
        '`awaiting_approval` is shown to the hub that has a say; to the asking side it is `requested`, and the asked profile does not see it yet',
    }),
    from: sideSchema,
    to: sideSchema,
    message: z.string().optional().meta({
      description: 'In reads only: an answer to a write may be kept for its repetition, and holds no text of a person',
    }),
    lang: localeSchema.nullable(),
    declineReason: z
      .enum(DECLINE_REASONS)
      .nullable()
      .optional()
      .meta({ description: 'For the asked side and its hub only' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    decidedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When it was accepted, declined, expired or withdrawn' }),
    meeting: meetingSchema
      .nullable()
      .optional()
      .meta({ description: 'In reads only, as the message; null while none is set, and once it was called off' }),
  })
  .meta({ id: 'Introduction' });

export type IntroductionView = z.output<typeof introductionSchema>;

/** Whose rows of a list: of one profile of the hub. A viewer’s are always its own profile’s. */
export const ownerQueryShape = {
  kind: kindSchema
    .optional()
    .meta({ description: 'With `id`: only what concerns this profile of the hub', example: 'startup' }),
  id: z.string().max(128).optional().meta({ example: 'agri-17' }),
};

export const kindWithId = ({ kind, id }: { kind?: unknown; id?: unknown }): boolean =>
  (kind === undefined) === (id === undefined);

export const KIND_WITH_ID = { error: 'kind and id go together', path: ['id'], params: { rule: 'kind_with_id' } };

export const introductionQuerySchema = z
  .strictObject({
    ...pageQueryShape,
    ...ownerQueryShape,
    box: z.enum(['sent', 'received']).optional().meta({ description: 'Without it both', example: 'received' }),
    state: z.enum(INTRODUCTION_STATES).optional().meta({ example: 'requested' }),
  })
  .refine(kindWithId, KIND_WITH_ID);

export type IntroductionQuery = z.output<typeof introductionQuerySchema>;

export const introductionPageSchema = pageSchema(introductionSchema, 'IntroductionPage');
