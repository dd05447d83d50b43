import { z } from 'zod';
import { NEED_TYPES } from '../facets/index.ts';
import {
  LONG_TEXT,
  placeSchema,
  privateSchema,
  profileShape,
  sectorsSchema,
  termsSchema,
  textSchema,
} from './profile.ts';
import { testSchema } from './testing.ts';

/** Something that somebody needs of others. Only `name` and `about` are required. */
export const needSchema = z
  .strictObject({
    ...profileShape,
    about: textSchema(LONG_TEXT).meta({ description: 'What is needed, in any of the nine languages' }),
    types: z.array(z.enum(NEED_TYPES)).min(1).max(NEED_TYPES.length).optional(),
    sectors: sectorsSchema.optional(),
    supplierCountries: z
      .array(placeSchema)
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Where whoever supplies it has to be: a hard limit' }),
    neededBy: z.iso.date().optional().meta({ description: 'The last day on which it is of use: a hard limit' }),
    terms: termsSchema.optional().meta({ description: 'Terms on which it would be taken: a hard limit' }),
    test: testSchema.optional(),
    private: privateSchema([
      'about',
      'types',
      'sectors',
      'country',
      'supplierCountries',
      'neededBy',
      'terms',
      'test',
      'languages',
    ]),
  })
  .meta({
    id: 'Need',
    example: {
      name: 'Жылу есептегіштерін сынау',
      about: 'DN 15–40 жылу есептегіштерін Еуразия және Еуропа нарықтарына шығару үшін сынақ пен сертификат керек.',
      types: ['testing'],
      country: 'KZ',
      supplierCountries: ['turkic_states'],
      neededBy: '2027-06-30',
      test: { item: 'heat meter', standards: ['CE', 'GOST-R'], range: { min: 15, max: 40, unit: 'mm' } },
      languages: ['kk', 'ru'],
      consent: { matching: true },
    },
  });

export type Need = z.output<typeof needSchema>;
