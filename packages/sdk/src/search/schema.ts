import { z } from 'zod';
import { KIND_NAMES } from '../kinds/index.ts';
import { languageSchema, textSchema } from '../kinds/profile.ts';
import { cardSchema, factsSchema, localeSchema, matchListSchema, matchQuerySchema } from '../matches/schema.ts';

/** Longest text of a search, in UTF-16 code units. */
const LONGEST = 2000;

const kindSchema = z.enum(KIND_NAMES);
const { country, stage, sector } = matchQuerySchema.shape;
const { matches } = matchListSchema.shape;

/** A search by a visitor of a hub's site who is not known. */
export const searchRequestSchema = z
  .strictObject({
    kind: kindSchema.meta({ description: 'Kind of profile sought' }),
    text: textSchema(LONGEST).meta({ description: 'What it should be about, in any of the nine languages' }),
    lang: languageSchema.optional().meta({ description: 'Language of the text; detected when not given' }),
    facets: z.strictObject({ country, stage, sector }).optional(),
    explain: localeSchema
      .optional()
      .meta({ description: 'Language of the sentences and facts; without it only keys and evidence', example: 'en' }),
  })
  .meta({ id: 'SearchRequest', example: { kind: 'startup', text: 'suvarma və torpaq şoranlığı', explain: 'az' } });

export type SearchRequest = z.output<typeof searchRequestSchema>;

export const searchResultSchema = z
  .object({
    items: z
      .array(
        z.object({
          kind: kindSchema,
          id: z.string(),
          card: cardSchema,
          facts: factsSchema.optional(),
          fit: z.number().min(0).max(1).meta({
            description:
              'Probability that the two texts speak of one need, where one pair in ten does. Nothing but the texts counts',
          }),
          reasons: matches.element.shape.reasons.meta({
            description: 'The two sentences that agree most, where the texts make the pair likelier than it was',
          }),
        }),
      )
      .max(10)
      .meta({ description: 'Best first; only what the owners show to everyone' }),
  })
  .meta({ id: 'SearchResult' });

export type SearchResult = z.output<typeof searchResultSchema>;
