import { z } from 'zod';
import { KIND_WITH_ID, kindWithId, ownerQueryShape } from '../introductions/schema.ts';
import { KIND_NAMES } from '../kinds/index.ts';
import { localeSchema } from '../matches/schema.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

const kindSchema = z.enum(KIND_NAMES);
const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/, 'must be 1 to 128 of A–Z a–z 0–9 . _ ~ -');

const seeksSchema = kindSchema.meta({
  description: 'The kind of the matches; without it the first that the kind of the profile is paired with',
});

/** Whose feed to make, and in which language. */
export const newFeedSchema = z
  .strictObject({
    kind: kindSchema,
    id: idSchema.meta({ description: 'A profile of this hub; for a viewer its own' }),
    locale: localeSchema,
    seeks: seeksSchema.optional(),
  })
  .meta({ id: 'NewFeed', example: { kind: 'investor', id: 'fund-3', locale: 'az' } });

export const feedSchema = z
  .object({
    id: z.string(),
    profile: z.object({ kind: kindSchema, id: z.string() }),
    locale: localeSchema,
    seeks: seeksSchema,
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Feed' });

/** A feed as it is known after it was made. */
export type FeedView = z.output<typeof feedSchema>;

export const createdFeedSchema = feedSchema
  .extend({
    urls: z
      .object({ atom: z.url(), json: z.url(), calendar: z.url() })
      .meta({ description: 'Secret addresses: whoever has one reads the feed. Shown this once' }),
  })
  .meta({ id: 'CreatedFeed' });

export const feedQuerySchema = z
  .strictObject({ ...pageQueryShape, ...ownerQueryShape })
  .refine(kindWithId, KIND_WITH_ID);

export type FeedQuery = z.output<typeof feedQuerySchema>;

export const feedPageSchema = pageSchema(feedSchema, 'FeedPage');
