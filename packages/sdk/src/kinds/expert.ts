import { z } from 'zod';
import {
  LONG_TEXT,
  placeSchema,
  privateSchema,
  profileShape,
  rolesSchema,
  sectorsSchema,
  textSchema,
} from './profile.ts';

/** Somebody who looks for a team: a young professional, or a mentor. Only `name` and `about` are required. */
export const expertSchema = z
  .strictObject({
    ...profileShape,
    about: textSchema(LONG_TEXT).meta({
      description: 'What the expert can do and looks for, in any of the nine languages',
    }),
    skills: z
      .array(textSchema(100))
      .max(30)
      .optional()
      .meta({ description: 'In own words. Shown on the card; what is to count in matching stands in `about` too' }),
    sectors: sectorsSchema.optional().meta({ description: 'Sectors that the expert knows or wants to work in' }),
    roles: rolesSchema.optional().meta({ description: 'Roles that the expert takes: a hard limit' }),
    teamCountries: z
      .array(placeSchema)
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'Countries of teams that the expert joins: a hard limit, unless `remote`' }),
    remote: z.boolean().optional().meta({ description: 'Works from afar too, for teams of any country' }),
    hoursPerWeek: z.int().min(1).max(80).optional().meta({ description: 'Time for a team, in hours a week' }),
    experienceYears: z.int().min(0).max(70).optional(),
    private: privateSchema([
      'about',
      'skills',
      'sectors',
      'roles',
      'country',
      'teamCountries',
      'remote',
      'hoursPerWeek',
      'experienceYears',
      'languages',
    ]),
  })
  .meta({
    id: 'Expert',
    example: {
      name: 'Айгүл Сатыбалдиева',
      about: 'Топурактын шорлугун өлчөгөн датчиктерди долбоорлогон инженермин, агро-стартапка кошулгум келет.',
      skills: ['электроника', 'LoRaWAN'],
      sectors: ['irrigation'],
      roles: ['engineer', 'co_founder'],
      country: 'KG',
      teamCountries: ['central_asia'],
      remote: true,
      hoursPerWeek: 20,
      experienceYears: 4,
      languages: ['ky', 'ru'],
      consent: { matching: true },
    },
  });

export type Expert = z.output<typeof expertSchema>;
