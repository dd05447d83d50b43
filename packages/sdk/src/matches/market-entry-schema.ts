import { z } from 'zod';
import { countrySchema } from '../kinds/profile.ts';
import { queryNumber } from '../page.ts';
import { kindSchema, matchQuerySchema, matchSchema, messageSchema } from './schema.ts';

/** Options of the entry of a market, as a query string carries them. */
export const marketEntryQuerySchema = z.strictObject({
  country: countrySchema.meta({ description: 'The market: an ISO 3166-1 code', example: 'KZ' }),
  limit: queryNumber(z.number().int().min(1).max(20))
    .default(5)
    .meta({ description: 'Most matches of each group', example: 3 }),
  explain: matchQuerySchema.shape.explain,
});

export type MarketEntryQuery = z.output<typeof marketEntryQuerySchema>;

const groupSchema = z
  .object({
    kind: kindSchema,
    label: z.string().optional().meta({ description: 'What the kind is called in the language that `explain` names' }),
    total: z.int().min(0).meta({ description: 'How many matches there are; up to 500 are counted' }),
    matches: z.array(matchSchema).meta({ description: 'The best of them, as in a match list' }),
    none: z.array(messageSchema).optional().meta({
      description:
        'Why there is no match: nobody is there, or how many are, how many of these the gate keeps out that keeps out most, and what it says of the nearest',
    }),
  })
  .meta({ id: 'MarketGroup' });

export const marketEntrySchema = z
  .object({
    subject: z.object({ kind: kindSchema, id: z.string() }),
    country: countrySchema,
    model: z.string().meta({ example: 'kopru-e5-small@1' }),
    sequence: z.int().meta({ description: 'Number of the last write of this hub that the answer has seen' }),
    groups: z.array(groupSchema).meta({ description: 'One of every kind that the kind of the profile seeks' }),
  })
  .meta({
    id: 'MarketEntry',
    description:
      'Who can help a profile into a country: of each kind that it seeks the best of those whose country it is, or whose list of countries holds it. Who keeps private what decides this is not among them, but for the hub’s own server',
  });

export type MarketEntry = z.output<typeof marketEntrySchema>;
