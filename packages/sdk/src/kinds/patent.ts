import { z } from 'zod';
import {
  COUNTRIES,
  hasClass,
  LICENCE_TYPES,
  PATENT_STATUSES,
  parseClassification,
  REGIONAL_OFFICES,
} from '../facets/index.ts';
import { LONG_TEXT, placeSchema, privateSchema, profileShape, sectorsSchema, textSchema } from './profile.ts';
import { testSchema } from './testing.ts';

const classificationSchema = z
  .string()
  .max(30)
  .refine((symbol) => parseClassification(symbol) !== undefined, {
    error: 'is no symbol of the IPC or CPC: write it as A01G 25/16, A01G or A01',
    params: { rule: 'classification_syntax' },
  })
  .refine((symbol) => hasClass(parseClassification(symbol) ?? { class: 'A01' }), {
    error: 'names a class that neither the IPC nor the CPC has',
    params: { rule: 'classification_class' },
  });

export const classificationsSchema = z
  .array(classificationSchema)
  .min(1)
  .max(50)
  .meta({ description: 'Symbols of the IPC or CPC. Where no sector is stated, those that they speak of count' });

const daySchema = z.iso.date();

export const officeSchema = z
  .enum([...REGIONAL_OFFICES, ...COUNTRIES])
  .meta({ description: 'The country, or `EP`, `EA` or `WO` for the European, Eurasian or international office' });

/** Where one office was asked, as `Jurisdiction` of the facets has it. */
export const jurisdictionSchema = z
  .strictObject({
    office: officeSchema,
    number: textSchema(50)
      .refine((number) => !/[;|\r\n]/.test(number), {
        error: 'holds a semicolon, a vertical line or a line break: a jurisdiction stands in one line of a table',
        params: { rule: 'one_line' },
      })
      .optional()
      .meta({ description: 'Of the application or the patent, as the office writes it' }),
    status: z.enum(PATENT_STATUSES),
    filedOn: daySchema.optional(),
    grantedOn: daySchema.optional(),
    expiresOn: daySchema.optional().meta({ description: 'The last day of protection' }),
  })
  .refine(({ filedOn, grantedOn }) => !filedOn || !grantedOn || filedOn <= grantedOn, {
    error: 'grantedOn must not be before filedOn',
    path: ['grantedOn'],
    params: { rule: 'days_in_order' },
  })
  .refine(
    ({ filedOn = '', grantedOn = '', expiresOn }) => !expiresOn || (filedOn <= expiresOn && grantedOn <= expiresOn),
    {
      error: 'expiresOn must not be before filedOn or grantedOn',
      path: ['expiresOn'],
      params: { rule: 'days_in_order' },
    },
  )
  .refine(({ office, status }) => office !== 'WO' || status !== 'granted', {
    error: 'an international application is never granted itself: name the offices that granted it',
    path: ['status'],
    params: { rule: 'wo_not_granted' },
  })
  .meta({ id: 'Jurisdiction', description: 'What one office was asked, and what became of it' });

export const jurisdictionsSchema = z
  .array(jurisdictionSchema)
  .min(1)
  .max(60)
  .meta({ description: 'Where the invention is protected. A patent without any is in force as far as is known' });

/** An invention that others may use under a licence. Only `name` and `abstract` are required. */
export const patentSchema = z
  .strictObject({
    ...profileShape,
    abstract: textSchema(LONG_TEXT).meta({ description: 'The abstract, in any of the nine languages' }),
    claims: textSchema(LONG_TEXT).optional().meta({
      description: 'An excerpt of the claims. Shown on the card, and counted in nothing',
    }),
    classifications: classificationsSchema.optional(),
    sectors: sectorsSchema.optional(),
    jurisdictions: jurisdictionsSchema.optional(),
    owner: textSchema(200).optional().meta({ description: 'Who holds the rights' }),
    licence: z
      .strictObject({
        type: z.enum(LICENCE_TYPES).optional().meta({ description: '`none`: no licence is given, a hard limit' }),
        countries: z
          .array(placeSchema)
          .min(1)
          .max(300)
          .optional()
          .meta({ description: 'Where a licence is offered: a hard limit' }),
        price: textSchema(300).optional().meta({ description: 'In words. Shown on the card, and counted in nothing' }),
      })
      .optional()
      .meta({ description: 'On which terms others may use it' }),
    test: testSchema.optional(),
    private: privateSchema([
      'abstract',
      'claims',
      'classifications',
      'sectors',
      'jurisdictions',
      'owner',
      'licence',
      'test',
      'country',
      'languages',
    ]),
  })
  .meta({
    id: 'Patent',
    example: {
      name: 'Toprak nemine göre damla sulama vanası',
      abstract: 'Toprak nemini ölçen ve suyu basınçsız ayarlayan, pil gerektirmeyen bir damla sulama vanası.',
      claims: '1. Gözenekli bir gövde ve nemle genleşen bir zar içeren vana.',
      classifications: ['A01G 25/16', 'F16K 31/00'],
      jurisdictions: [
        { office: 'TR', number: '2021/01234', status: 'granted', filedOn: '2021-03-01', expiresOn: '2041-03-01' },
        { office: 'EA', status: 'applied', filedOn: '2022-02-25' },
      ],
      owner: 'Anadolu Teknoloji Transfer Ofisi',
      licence: { type: 'non_exclusive', countries: ['TR', 'central_asia'], price: 'Ciro üzerinden %3' },
      test: { item: 'flow', range: { min: 0.5, max: 4, unit: 'L/h' } },
      country: 'TR',
      languages: ['tr', 'en'],
      consent: { matching: true },
    },
  });

export type Patent = z.output<typeof patentSchema>;
