import { z } from 'zod';
import { LONG_TEXT, placeSchema, privateSchema, profileShape, sectorsSchema, textSchema } from './profile.ts';
import { scopeLineSchema } from './testing.ts';

/** A laboratory that tests, calibrates or certifies. Only `name` and `about` are required. */
export const labSchema = z
  .strictObject({
    ...profileShape,
    about: textSchema(LONG_TEXT).meta({ description: 'What the laboratory does, in any of the nine languages' }),
    sectors: sectorsSchema.optional(),
    accreditation: z
      .strictObject({
        body: textSchema(200).meta({ description: 'Who accredits it, such as `TÜRKAK`' }),
        number: textSchema(100).optional(),
        validUntil: z.iso.date().optional().meta({ description: 'The last day on which it is valid: a hard limit' }),
      })
      .optional()
      .meta({ description: 'By ISO/IEC 17025 or 17065' }),
    scope: z
      .array(scopeLineSchema)
      .max(200)
      .optional()
      .meta({ description: 'What it is accredited for, line by line: a hard limit' }),
    capacityPerMonth: z.int().min(1).max(1_000_000).optional().meta({ description: 'Tests that it takes in a month' }),
    leadTimeDays: z.int().min(0).max(3650).optional().meta({ description: 'Days from the order to the certificate' }),
    recognisedIn: z.array(placeSchema).min(1).max(300).optional().meta({
      description: 'Where its certificates are recognised, beyond what mutual recognition arrangements say of its body',
    }),
    private: privateSchema([
      'about',
      'sectors',
      'accreditation',
      'scope',
      'capacityPerMonth',
      'leadTimeDays',
      'country',
      'recognisedIn',
      'languages',
    ]),
  })
  .meta({
    id: 'Lab',
    example: {
      name: 'Anadolu Ölçüm Laboratuvarı',
      about: 'Isı ve su sayaçlarının tip testi ve kalibrasyonu; CE ve GOST-R belgelendirmesi için rapor veriyoruz.',
      accreditation: { body: 'TÜRKAK', number: 'AB-0000-K', validUntil: '2028-05-31' },
      scope: [
        {
          item: 'heat meter',
          standards: ['EN 1434', 'CE', 'GOST-R'],
          range: { min: 10, max: 50, unit: 'mm' },
          uncertainty: { value: 0.3, unit: '%' },
        },
      ],
      capacityPerMonth: 40,
      leadTimeDays: 30,
      country: 'TR',
      recognisedIn: ['eurasian_economic_union'],
      languages: ['tr', 'en'],
      consent: { matching: true },
    },
  });

export type Lab = z.output<typeof labSchema>;
