import { z } from 'zod';
import { hubIdSchema } from '../hubs/schema.ts';
import { KIND_NAMES } from '../kinds/index.ts';
import { countrySchema, textSchema } from '../kinds/profile.ts';
import { localeSchema } from '../matches/schema.ts';
import { pageSchema } from '../page.ts';
import { exchangeCardSchema, homeSchema } from './card.ts';

const kindSchema = z.enum(KIND_NAMES);
const time = z.iso.datetime();

const consentShape = {
  purpose: z.literal('exchange').default('exchange').meta({ description: 'What the profile may be used for' }),
  hubs: z
    .union([z.literal('all'), z.array(hubIdSchema).min(1).max(100)])
    .meta({ description: 'Hubs that may receive the card, or `all` with which there is an agreement', example: 'all' }),
  releaseText: z
    .boolean()
    .default(false)
    .meta({ description: 'Free text (the pitch or thesis, summaries, names of portfolio companies) goes on the card' }),
  text: z
    .strictObject({ version: z.string().min(1).max(100), language: localeSchema })
    .meta({ description: 'The consent text that was shown', example: { version: '2026-11', language: 'kk' } }),
  givenBy: textSchema(200).meta({ description: 'Who consented, by name or role; erased with the profile' }),
  method: z.enum(['form', 'paper', 'import']).meta({ description: 'How it was given' }),
};

/** A consent as it is given. */
export const consentInputSchema = z
  .strictObject({
    ...consentShape,
    givenAt: time.optional().meta({ description: 'When it was given, not in the future; now when absent' }),
  })
  .meta({
    id: 'ConsentInput',
    example: {
      hubs: 'all',
      releaseText: true,
      text: { version: '2026-11', language: 'kk' },
      givenBy: 'The founder',
      method: 'form',
      givenAt: '2026-11-20T09:30:00Z',
    },
  });

export type ConsentInput = z.output<typeof consentInputSchema>;

/** The record of a consent. A profile has at most one that is not withdrawn; without one it has no card. */
export const consentSchema = z
  .object({
    id: z.string(),
    ...consentShape,
    givenAt: time,
    recordedAt: time,
    recordedBy: z.enum(['secret', 'viewer']).meta({ description: 'By the key of the hub, or by the owner' }),
    withdrawnAt: time.nullable().meta({ description: 'Withdrawn, or replaced by a later consent' }),
  })
  .meta({ id: 'Consent' });

export type Consent = z.output<typeof consentSchema>;
export const consentPageSchema = pageSchema(consentSchema, 'ConsentPage');

const termsShape = {
  countries: z
    .array(countrySchema)
    .min(1)
    .max(300)
    .optional()
    .meta({ description: 'Only profiles of these countries, in both directions; all when absent' }),
  kinds: z
    .array(kindSchema)
    .min(1)
    .max(KIND_NAMES.length)
    .optional()
    .meta({ description: 'Only profiles of these kinds, in both directions; all when absent' }),
};

export const agreementInputSchema = z
  .strictObject({ partner: hubIdSchema, ...termsShape })
  .meta({ id: 'AgreementInput', example: { partner: 'az', kinds: ['startup'] } });

export type AgreementInput = z.output<typeof agreementInputSchema>;

/** An agreement, as one of its two hubs sees it. */
export const agreementSchema = z
  .object({
    id: z.string(),
    partner: z
      .object({ hub: hubIdSchema, name: z.string().nullable(), country: countrySchema.nullable() })
      .meta({ description: 'Name and country of a hub that was asked show once it has accepted' }),
    proposedBy: z.enum(['us', 'partner']),
    state: z.enum(['proposed', 'accepted', 'ended']),
    ...termsShape,
    proposedAt: time,
    acceptedAt: time.nullable(),
    endedAt: time.nullable(),
  })
  .meta({ id: 'Agreement' });

export type Agreement = z.output<typeof agreementSchema>;
export const agreementPageSchema = pageSchema(agreementSchema, 'AgreementPage');

/** A corridor that a hub takes cards from. */
export const subscriptionSchema = z
  .object({
    from: countrySchema.meta({ description: 'Country of the home hubs' }),
    to: countrySchema.meta({ description: 'Country of this hub' }),
    since: time,
  })
  .meta({ id: 'CorridorSubscription' });

export type Subscription = z.output<typeof subscriptionSchema>;
export const subscriptionListSchema = z
  .object({ items: z.array(subscriptionSchema) })
  .meta({ id: 'CorridorSubscriptionList' });

/** A card with where it is from. */
export const exchangedSchema = z
  .object({
    kind: kindSchema,
    id: z.string().meta({ description: 'Id of the card; nobody can tell the profile from it', example: '~3kTMd0…' }),
    card: exchangeCardSchema,
    home: homeSchema,
  })
  .meta({ id: 'ExchangedCard' });

/** Counts below this are not published, nor those from which one would follow; what is published goes in such steps. */
export const SMALLEST_COUNT = 5;

const count = z.int().min(SMALLEST_COUNT).nullable();

export const corridorListSchema = z
  .object({
    items: z.array(
      z
        .object({
          from: countrySchema.meta({ description: 'Where the cards are at home' }),
          to: countrySchema.meta({ description: 'Where they are offered, and introductions to them are asked for' }),
          offers: count.meta({ description: 'Cards' }),
          introductions: count.meta({ description: 'Requests to meet the owner of such a card' }),
          acceptances: count.meta({ description: 'Requests that were accepted' }),
        })
        .meta({ id: 'Corridor' }),
    ),
    asOf: time,
  })
  .meta({
    id: 'CorridorList',
    description: `In steps of ${SMALLEST_COUNT}, rounded down. Counts under ${SMALLEST_COUNT}, and those from which one would follow, are null`,
  });

export type CorridorList = z.output<typeof corridorListSchema>;
