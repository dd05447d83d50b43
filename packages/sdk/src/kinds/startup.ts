import { z } from 'zod';
import { INSTRUMENTS, STAGES } from '../facets/index.ts';
import {
  amountSchema,
  currencySchema,
  LONG_TEXT,
  placeSchema,
  privateSchema,
  profileShape,
  rolesSchema,
  sectorsSchema,
  textSchema,
} from './profile.ts';

const summary = textSchema(2000).optional();

/** A company that seeks investors. Only `name` and `pitch` are required: what is not said is unknown, not a no. */
export const startupSchema = z
  .strictObject({
    ...profileShape,
    pitch: textSchema(LONG_TEXT).meta({ description: 'What the startup does, in any of the nine languages' }),
    sectors: sectorsSchema.optional(),
    stage: z.enum(STAGES).optional(),
    trl: z.int().min(1).max(9).optional().meta({ description: 'Technology readiness level (ISO 16290), 1 to 9' }),
    targetMarkets: z
      .array(placeSchema)
      .max(50)
      .optional()
      .meta({ description: 'Markets that the startup wants to enter' }),
    raise: z
      .strictObject({ amount: amountSchema, currency: currencySchema, instrument: z.enum(INSTRUMENTS).optional() })
      .optional()
      .meta({ description: 'The round that is open' }),
    team: z.strictObject({ size: z.int().min(1).max(1_000_000).optional(), summary }).optional(),
    roles: rolesSchema.optional().meta({ description: 'Roles that the team looks for' }),
    traction: z.strictObject({ customers: z.int().min(0).optional(), summary }).optional(),
    private: privateSchema([
      'pitch',
      'sectors',
      'stage',
      'trl',
      'country',
      'targetMarkets',
      'raise',
      'languages',
      'team',
      'roles',
      'traction',
    ]),
  })
  .meta({
    id: 'Startup',
    example: {
      name: 'Топырақ',
      pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз; диқан картаны телефонынан көреді.',
      sectors: ['irrigation'],
      stage: 'seed',
      trl: 7,
      country: 'KZ',
      targetMarkets: ['AZ', 'UZ'],
      raise: { amount: 300_000, currency: 'USD', instrument: 'equity' },
      languages: ['kk', 'en'],
      contact: { email: 'founder@startup.example' },
      consent: { matching: true },
    },
  });

export type Startup = z.output<typeof startupSchema>;
