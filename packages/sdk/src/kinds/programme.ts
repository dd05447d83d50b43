import { z } from 'zod';
import { PROGRAMME_TYPES, STAGES } from '../facets/index.ts';
import { callsSchema } from './calls.ts';
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

/** A programme of an innovation hub, to which startups apply. Only `name` and `about` are required. */
export const programmeSchema = z
  .strictObject({
    ...profileShape,
    about: textSchema(LONG_TEXT).meta({
      description: 'What the programme does and for whom, in any of the nine languages',
    }),
    type: z.enum(PROGRAMME_TYPES).optional(),
    calls: callsSchema.optional(),
    sectors: sectorsSchema.optional().meta({ description: 'Sectors that the programme is for' }),
    excludedSectors: sectorsSchema.optional().meta({ description: 'Sectors never admitted: a hard limit' }),
    stages: z
      .array(z.enum(STAGES))
      .min(1)
      .max(STAGES.length)
      .optional()
      .meta({ description: 'Stages admitted: a hard limit' }),
    startupCountries: z
      .array(placeSchema)
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Where startups may come from: a hard limit' }),
    grant: z
      .strictObject({ amount: amountSchema, currency: currencySchema })
      .optional()
      .meta({ description: 'The most that a startup is given. Shown on the card, and counted in nothing' }),
    equity: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'The share that is taken for it, in %. Shown on the card, and counted in nothing' }),
    private: privateSchema([
      'about',
      'type',
      'calls',
      'sectors',
      'excludedSectors',
      'stages',
      'country',
      'startupCountries',
      'grant',
      'equity',
      'languages',
    ]),
  })
  .meta({
    id: 'Programme',
    example: {
      name: 'Sabah Hızlandırma',
      about:
        'Tarım ve su teknolojileri geliştiren ekiplere on iki haftalık hızlandırma: mentorluk, saha denemesi, hibe.',
      type: 'acceleration',
      calls: [
        { name: 'Bahar 2027', opensOn: '2027-01-10', closesOn: '2027-03-01', startsOn: '2027-04-01', capacity: 20 },
        { name: 'Yıl boyu' },
      ],
      sectors: ['irrigation', 'agrifood'],
      stages: ['idea', 'pre_seed', 'seed'],
      country: 'TR',
      startupCountries: ['turkic_states'],
      grant: { amount: 500_000, currency: 'TRY' },
      equity: 0,
      languages: ['tr', 'en'],
      consent: { matching: true },
    },
  });

export type Programme = z.output<typeof programmeSchema>;
