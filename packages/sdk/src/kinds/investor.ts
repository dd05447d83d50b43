import { z } from 'zod';
import { INSTRUMENTS, INVESTOR_TYPES, STAGES } from '../facets/index.ts';
import { coInvestmentSchema, fundSchema, portfolioSchema } from './fund.ts';
import {
  amountSchema,
  currencySchema,
  LONG_TEXT,
  placeSchema,
  privateSchema,
  profileShape,
  sectorsSchema,
  textSchema,
} from './profile.ts';

/** The size of one investment. */
const ticketSchema = z
  .strictObject({ min: amountSchema.optional(), max: amountSchema.optional(), currency: currencySchema })
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    error: 'needs min, max or both',
    params: { rule: 'min_or_max' },
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'min must not be above max',
    path: ['min'],
    params: { rule: 'min_not_above_max' },
  })
  .meta({ id: 'Ticket', description: 'Smallest and largest single investment' });

/** Somebody who funds startups. The mandate is the thesis and the limits; a limit that is not given is unknown. */
export const investorSchema = z
  .strictObject({
    ...profileShape,
    type: z.enum(INVESTOR_TYPES).optional(),
    thesis: textSchema(LONG_TEXT).meta({ description: 'What the investor looks for, in any of the nine languages' }),
    sectors: sectorsSchema.optional().meta({ description: 'Sectors wanted' }),
    excludedSectors: sectorsSchema.optional().meta({ description: 'Sectors never funded: a hard limit' }),
    stages: z
      .array(z.enum(STAGES))
      .min(1)
      .max(STAGES.length)
      .optional()
      .meta({ description: 'Stages funded: a hard limit' }),
    countries: z
      .array(placeSchema)
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Countries whose startups are funded: a hard limit' }),
    ticket: ticketSchema.optional(),
    instruments: z.array(z.enum(INSTRUMENTS)).min(1).max(INSTRUMENTS.length).optional(),
    role: z.enum(['lead', 'follow', 'either']).optional().meta({ description: 'Leads rounds, follows, or either' }),
    coInvestment: coInvestmentSchema.optional(),
    fund: fundSchema.optional(),
    portfolio: portfolioSchema.optional(),
    allowsCompetitors: z
      .boolean()
      .optional()
      .meta({ description: 'Also funds direct competitors of companies in its portfolio; no when not stated' }),
    private: privateSchema([
      'type',
      'thesis',
      'sectors',
      'excludedSectors',
      'stages',
      'country',
      'countries',
      'ticket',
      'instruments',
      'languages',
      'role',
      'coInvestment',
      'fund',
      'portfolio',
      'allowsCompetitors',
    ]),
  })
  .meta({
    id: 'Investor',
    example: {
      name: 'Muğan Fondu',
      type: 'fund',
      thesis: 'Şoranlaşma suvarılan əkin yerlərini sıradan çıxarır; münbitliyi qaytaran komandaları maliyyələşdiririk.',
      stages: ['pre_seed', 'seed'],
      country: 'AZ',
      countries: ['turkic_states'],
      ticket: { min: 100_000, max: 500_000, currency: 'USD' },
      instruments: ['equity'],
      languages: ['az', 'en'],
      consent: { matching: true },
    },
  });

export type Investor = z.output<typeof investorSchema>;
