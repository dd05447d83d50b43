import { z } from 'zod';
import { currencySchema, placeSchema, sectorsSchema, textSchema } from './profile.ts';

const part = z.number().min(0).max(1e15);

interface Parts {
  readonly size: number;
  readonly deployed?: number | undefined;
  readonly reserved?: number | undefined;
}

/** What of a fund is neither invested nor promised, in cents: sums of cents are no whole numbers of a double. */
const freeCents = ({ size, deployed = 0, reserved = 0 }: Parts): number =>
  Math.round(100 * (size - deployed - reserved));

/** The money that an investor invests from. */
export const fundSchema = z
  .strictObject({
    vintage: z.int().min(1900).max(2100).optional().meta({ description: 'Year of the first closing' }),
    size: part.meta({ description: 'Committed capital' }),
    deployed: part.optional().meta({ description: 'Already invested' }),
    reserved: part.optional().meta({
      description: 'Kept for companies of the portfolio, and for fees. What is left of `size` is for new investments',
    }),
    currency: currencySchema,
  })
  .refine((fund) => freeCents(fund) >= 0, {
    error: 'deployed and reserved must not be more than size',
    path: ['size'],
    params: { rule: 'parts_not_above_size' },
  })
  .meta({ id: 'Fund', description: 'The fund that is invested from, in whole units of its currency' });

export type Fund = z.output<typeof fundSchema>;

/**
 * Money for new investments, in the currency of the fund: its size less what is deployed and reserved.
 * Undefined where it is not stated what is deployed: a fund of which nothing is known but its size may be full or empty.
 */
export const dryPowder = (fund: Fund): number | undefined =>
  fund.deployed === undefined ? undefined : freeCents(fund) / 100;

/** A company that an investor has funded. What is not stated takes part in no gate and no signal. */
const companySchema = z
  .strictObject({
    name: textSchema(200),
    sectors: sectorsSchema.optional().meta({ description: 'What the company does' }),
    countries: z.array(placeSchema).max(300).optional().meta({ description: 'Markets that the company sells in' }),
    about: textSchema(1000).optional(),
    seeks: sectorsSchema
      .optional()
      .meta({ description: 'Sectors of startups that the company would buy from or partner with' }),
  })
  .meta({ id: 'PortfolioCompany', description: 'A company that the investor has funded' });

/** One given by its name alone states nothing more. */
export const portfolioSchema = z
  .array(z.union([textSchema(200), companySchema]))
  .max(500)
  .meta({
    description:
      'Companies already funded, each by its name or with its sectors and markets. A startup of the same narrow sector that sells in one of the same markets is its direct competitor: a hard limit, unless `allowsCompetitors`',
  });

/** Under which an investor takes part in a round with others. What is not stated is not asked. */
export const coInvestmentSchema = z
  .strictObject({
    minPercent: z
      .number()
      .min(0.1)
      .max(100)
      .optional()
      .meta({ description: 'Least part of a round that it takes, in per cent' }),
    needsLead: z.boolean().optional().meta({ description: 'Only where somebody leads' }),
    maxInvestors: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Most investors in the round, itself among them' }),
    minCountries: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'Fewest countries that the investors are from' }),
  })
  .meta({ id: 'CoInvestmentTerms', description: 'Under which it takes part in a round with others' });
