import { z } from 'zod';
import { KIND_NAMES } from '../kinds/index.ts';
import { languageSchema, textSchema } from '../kinds/profile.ts';
import { cardSchema, matchQuerySchema } from '../matches/schema.ts';

/** Longest text of a search, in UTF-16 code units. */
const LONGEST = 2000;

const kindSchema = z.enum(KIND_NAMES);
const { country, stage, sector } = matchQuerySchema.shape;

/** A search by a visitor of a hub's site who is not known. */
export const searchRequestSchema = z
  .strictObject({
    kind: kindSchema.meta({ description: 'Kind of profile sought' }),
    text: textSchema(LONGEST).meta({ description: 'What it should be about, in any of the nine languages' }),
    lang: languageSchema.optional().meta({ description: 'Language of the text; detected when not given' }),
    facets: z.strictObject({ country, stage, sector }).optional(),
  })
  .meta({ id: 'SearchRequest', example: { kind: 'startup', text: 'suvarma və torpaq şoranlığı' } });

export type SearchRequest = z.output<typeof searchRequestSchema>;

export const searchResultSchema = z
  .object({
    items: z
      .array(z.object({ kind: kindSchema, id: z.string(), card: cardSchema }))
      .max(10)
      .meta({ description: 'Best first; only what the owners show to everyone' }),
  })
  .meta({ id: 'SearchResult' });

export type SearchResult = z.output<typeof searchResultSchema>;
