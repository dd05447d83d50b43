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

/** What somebody offers to others: know-how, mentoring, time on equipment, data. Only `name` and `about` are required. */
export const offerSchema = z
  .strictObject({
    ...profileShape,
    about: textSchema(LONG_TEXT).meta({ description: 'What is offered, and to whom, in any of the nine languages' }),
    types: z.array(z.enum(NEED_TYPES)).min(1).max(NEED_TYPES.length).optional().meta({
      description: 'Kinds of help that are offered: a hard limit',
    }),
    sectors: sectorsSchema.optional().meta({ description: 'Sectors that the help is for' }),
    offeredIn: z
      .array(placeSchema)
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Countries of those who may have it: a hard limit, unless `remote`' }),
    remote: z.boolean().optional().meta({ description: 'Is given from afar too, in any country' }),
    terms: termsSchema
      .optional()
      .meta({ description: 'Terms on which it is given, each of which will do: a hard limit' }),
    price: textSchema(300).optional().meta({
      description: 'What is asked for it, in words. Shown on the card, and counted in nothing',
    }),
    availability: z
      .strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() })
      .refine(({ from, until }) => !from || !until || from <= until, {
        error: 'until must not be before from',
        path: ['until'],
        params: { rule: 'from_before_until' },
      })
      .optional()
      .meta({ description: 'The first and the last day on which it can be had: a hard limit' }),
    capacity: z
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .meta({ description: 'How many are helped at a time. Shown on the card, and counted in nothing' }),
    private: privateSchema([
      'about',
      'types',
      'sectors',
      'country',
      'offeredIn',
      'remote',
      'terms',
      'price',
      'availability',
      'capacity',
      'languages',
    ]),
  })
  .meta({
    id: 'Offer',
    example: {
      name: 'Iqlim kamerasida bo‘sh vaqt',
      about: 'Iqlim kameramizda (−60 dan +120 °C gacha) datchiklarni sinash uchun haftada ikki kun bo‘sh vaqt bor.',
      types: ['equipment_time', 'testing'],
      sectors: ['semiconductors_sensors'],
      country: 'UZ',
      offeredIn: ['central_asia', 'AZ'],
      terms: ['free', 'in_exchange'],
      price: 'Sinov natijalari bizga ham qoladi',
      availability: { from: '2027-01-15', until: '2027-12-31' },
      capacity: 2,
      languages: ['uz', 'ru'],
      consent: { matching: true },
    },
  });

export type Offer = z.output<typeof offerSchema>;
