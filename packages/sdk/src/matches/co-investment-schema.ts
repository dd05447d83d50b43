import { z } from 'zod';
import { INSTRUMENTS } from '../facets/index.ts';
import { amountSchema, currencySchema } from '../kinds/profile.ts';
import { matchQuerySchema, matchSchema, messageSchema } from './schema.ts';

/** What a round asks of those who take part. */
export const coInvestmentRequestSchema = z
  .strictObject({
    raise: z
      .strictObject({ amount: amountSchema, currency: currencySchema, instrument: z.enum(INSTRUMENTS).optional() })
      .optional()
      .meta({ description: 'The round; without it the one that the profile states' }),
    rules: z
      .strictObject({
        needsLead: z.boolean().optional().meta({ description: 'Somebody has to lead' }),
        maxInvestors: z.int().min(1).max(100).optional().meta({ description: 'Most investors' }),
        minCountries: z.int().min(1).max(20).optional().meta({ description: 'Fewest countries that they are from' }),
      })
      .optional()
      .meta({ description: 'What the round asks of all, beside what each investor asks' }),
    minScore: z.number().min(0).max(100).default(0).meta({ description: 'Leaves out matches below this score' }),
  })
  .meta({
    id: 'CoInvestmentRequest',
    example: { rules: { needsLead: true, maxInvestors: 5, minCountries: 2 }, minScore: 30 },
  });

export type CoInvestmentRequest = z.output<typeof coInvestmentRequestSchema>;

export const coInvestmentQuerySchema = matchQuerySchema.pick({ explain: true });

const moneySchema = z.object({ amount: z.number(), currency: currencySchema }).meta({ id: 'Money' });

const partSchema = z
  .object({
    amount: moneySchema.meta({ description: 'In the currency of the round' }),
    leads: z.boolean(),
    match: matchSchema.meta({ description: 'As in a match list' }),
    messages: z.array(messageSchema).meta({ description: 'What the investor does, and why it is this amount' }),
  })
  .meta({ id: 'RoundPart', description: 'What one investor puts in' });

export const coInvestmentSchema = z
  .object({
    subject: z.object({ kind: z.literal('startup'), id: z.string() }),
    model: z.string().meta({ example: 'kopru-e5-small@1' }),
    sequence: z.int().meta({ description: 'Number of the last write of this hub that the answer has seen' }),
    raise: moneySchema,
    investments: z.array(partSchema).meta({ description: 'The largest amount first' }),
    open: moneySchema.meta({ description: 'What nobody puts in' }),
    score: z.number().min(0).max(100).meta({ description: 'The mean score of the money that is put in' }),
    gap: z.number().min(0).meta({
      description: 'How far a better answer could lie above this one, as a share: 0 where this one is the best',
    }),
    stops: z.array(z.enum(['money', 'tickets', 'oneLead', 'needsLead', 'maxInvestors', 'minCountries'])).meta({
      description:
        'What keeps the round from being filled: too little money altogether, or each rule without which alone it would be. Empty where it is filled, or where several have to go at once',
    }),
    candidates: z.int().min(0).meta({ description: 'Among how many investors this was chosen: the 100 best at most' }),
    unstated: z.int().min(0).meta({ description: 'Eligible investors whose ticket is not stated, or not told' }),
    summary: z.array(messageSchema).meta({ description: 'Of the round as a whole' }),
  })
  .meta({
    id: 'CoInvestment',
    description:
      'The investors who fill a round together under the conditions of all: as much of it as can be filled, and then the money of those that fit best. What an investor keeps private has no part in it, but for the hub’s own server',
  });

export type CoInvestment = z.output<typeof coInvestmentSchema>;
