import { z } from 'zod';
import { DIVERSITY, FAIRNESS } from '../engine/weights.ts';
import { LOCALES } from '../facets/index.ts';
import { createdKeySchema } from '../keys/schema.ts';
import { KIND_NAMES, KINDS, type Kind, PRIVATE_FIELDS } from '../kinds/index.ts';
import { countrySchema, textSchema } from '../kinds/profile.ts';
import { localeSchema } from '../matches/schema.ts';
import { pageSchema } from '../page.ts';

const days = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);
const strength = z.number().min(0).max(1);

/** Fields that a hub may release on a card: all of a kind but those that no card carries. */
const cardFields = (kind: Kind) =>
  Object.keys(KINDS[kind].schema.shape).filter((field) => ![...PRIVATE_FIELDS, 'status', 'name'].includes(field)) as [
    string,
    ...string[],
  ];

const fieldList = (kind: Kind) => {
  const fields = cardFields(kind);
  return z.array(z.enum(fields)).max(fields.length).default(fields);
};

/** What a hub sets for itself. Every part has a default, so that `{}` is a whole settings document. */
export const hubSettingsSchema = z
  .strictObject({
    languages: z
      .array(localeSchema)
      .min(1)
      .max(LOCALES.length)
      .default([...LOCALES])
      .meta({ description: 'Languages of the hub, the first one is its default' }),
    fairness: strength.default(FAIRNESS).meta({
      description: 'Strength of the exposure fairness in [0,1]; 0 orders a list by score alone',
    }),
    diversity: strength.default(DIVERSITY).meta({
      description: 'How far near duplicates are spread over a list, in [0,1]; 0 leaves them where they stand',
    }),
    retention: z
      .strictObject({
        auditDays: days(30, 3650).default(730),
        importDays: days(1, 90).default(30).meta({ description: 'Uploaded rows and their reports' }),
        introductionDays: days(30, 3650).default(730).meta({
          description:
            'Introductions that are over, with their messages; answers to matches, plans, and applications of startups that were not admitted as long',
        }),
        inactiveProfileDays: days(30, 3650)
          .nullable()
          .default(null)
          .meta({ description: 'Profiles that nobody wrote for so long are erased; null keeps them' }),
      })
      .prefault({}),
    exchange: z
      .strictObject({
        enabled: z.boolean().default(false).meta({ description: 'Off withdraws every card of the hub at once' }),
        approveIntroductions: z
          .boolean()
          .default(false)
          .meta({ description: 'The hub has a say before an introduction from another hub reaches its member' }),
        cardFields: z
          .strictObject(
            Object.fromEntries(KIND_NAMES.map((kind) => [kind, fieldList(kind)])) as Record<
              Kind,
              ReturnType<typeof fieldList>
            >,
          )
          .prefault({})
          .meta({ description: 'Fields on the card that other hubs see, beside the name' }),
      })
      .prefault({}),
    pipeline: z
      .array(textSchema(60))
      .min(1)
      .max(20)
      .refine((stages) => new Set(stages).size === stages.length, {
        error: 'names a stage twice',
        params: { rule: 'names_differ' },
      })
      .default(() => ['Idea', 'Prototype', 'Pilot', 'First sales', 'Commercialisation'])
      .meta({ description: 'The stages through which the hub leads those whom its programmes admit, in order' }),
    anonymousSearch: z
      .strictObject({
        enabled: z.boolean().default(false),
        perDay: z
          .int()
          .min(1)
          .max(1_000_000)
          .default(500)
          .meta({ description: 'Searches of all visitors in a day (UTC)' }),
      })
      .prefault({}),
  })
  .meta({ id: 'HubSettings' });

export type HubSettings = z.output<typeof hubSettingsSchema>;

/** Id of a hub: part of viewer tokens and of what other hubs see of it. */
export const hubIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,62}$/, 'must be 2 to 63 of a–z 0–9 -, beginning with a letter')
  .meta({ example: 'astana' });

const nameSchema = textSchema(200);
const homeSchema = countrySchema
  .nullable()
  .meta({ description: 'Home country, named on the cards that other hubs see' });

/** A tenant, as its own staff see it. */
export const hubSchema = z
  .object({
    id: hubIdSchema,
    name: nameSchema,
    country: homeSchema,
    settings: hubSettingsSchema,
    sequence: z.int().meta({ description: 'Number of the last write' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Hub' });

/** A tenant, as the operator sees it. */
const hubSummarySchema = hubSchema.omit({ settings: true, sequence: true }).meta({ id: 'HubSummary' });
export const hubPageSchema = pageSchema(hubSummarySchema, 'HubPage');

/** What a hub may change of itself. */
export const hubInputSchema = z.strictObject({
  name: nameSchema,
  country: homeSchema.default(null),
  settings: hubSettingsSchema.prefault({}),
});

export const newHubSchema = z.strictObject({ id: hubIdSchema, ...hubInputSchema.shape }).meta({
  id: 'NewHub',
  example: { id: 'astana', name: 'Astana Hub', country: 'KZ', settings: { languages: ['kk', 'ru', 'en'] } },
});

export const createdHubSchema = z.object({ hub: hubSchema, key: createdKeySchema }).meta({ id: 'CreatedHub' });

/** A JSON Merge Patch of a hub; what it makes of the hub is checked as a whole. */
export const hubPatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    country: homeSchema.optional(),
    settings: z
      .record(z.string(), z.unknown())
      .nullable()
      .optional()
      .meta({ description: 'Parts of HubSettings; null for a part sets it back to its default' }),
  })
  .meta({ id: 'HubPatch', example: { settings: { anonymousSearch: { enabled: true } } } });
