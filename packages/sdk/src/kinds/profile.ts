/**
 * The parts that profiles of every kind share. Each field's `description` is the text of the
 * OpenAPI document and of the form hints.
 *
 * @module
 */
import { z } from 'zod';
import { COUNTRIES, CURRENCIES, HELP_TERMS, LANGUAGES, REGIONS, ROLES } from '../facets/index.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;

/** Text that can be stored and read back unchanged, and that says something. */
export const textSchema = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .refine((text) => text.isWellFormed(), {
      error: 'holds half of a surrogate pair, which no encoding can carry: send well-formed Unicode',
      params: { rule: 'well_formed' },
    })
    .refine((text) => text === '' || HAS_WORD.test(text), {
      error: 'holds no letter or digit: write at least one word',
      params: { rule: 'has_word' },
    });

/** Longest pitch or thesis, in UTF-16 code units. */
export const LONG_TEXT = 10_000;

export const countrySchema = z.enum(COUNTRIES).meta({ id: 'Country', description: 'ISO 3166-1 alpha-2 code' });

export const placeSchema = z
  .enum([...COUNTRIES, ...REGIONS])
  .meta({ id: 'Place', description: 'A country, or a named region that stands for an explicit list of countries' });

export const currencySchema = z.enum(CURRENCIES).meta({ id: 'Currency', description: 'ISO 4217 code' });

export const languageSchema = z.enum(LANGUAGES).meta({ id: 'Language', description: 'ISO 639-1 code' });

export const sectorsSchema = z
  .array(textSchema(100))
  .max(20)
  .meta({ description: 'Codes of the sector taxonomy, or free text in any of the nine languages' });

export const rolesSchema = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

/** Of what is offered, or needed. */
export const termsSchema = z.array(z.enum(HELP_TERMS)).min(1).max(HELP_TERMS.length);

// A cent is the least that there is: less would be nothing in another currency, and no sentence could tell it.
const amount = z.number().min(0.01).max(1e15);
export const amountSchema = amount.meta({ description: 'An amount in whole units of its currency' });

const contactSchema = z
  .strictObject({
    name: textSchema(200).optional(),
    email: z.email().max(254).optional(),
    phone: z.string().min(3).max(40).optional(),
  })
  .meta({ id: 'Contact', description: 'Private: never part of a card, a match or an explanation' });

/**
 * Which of its fields an owner keeps from counterparties: they count in matching, and nothing that the
 * other side is told is computed from them. A closed list, since each name must be honoured by the engine.
 */
export const privateSchema = <const F extends readonly [string, ...string[]]>(fields: F) =>
  z.array(z.enum(fields)).max(fields.length).optional().meta({
    description:
      'Fields that the other side is not shown, and of which no reason or value tells. They count in matching: whether a pair is eligible, its score and its place depend on them',
  });

export const PROFILE_STATUSES = ['draft', 'active', 'paused', 'archived'] as const;

/** Fields of every kind of profile. */
export const profileShape = {
  name: textSchema(200),
  lang: languageSchema.optional().meta({ description: 'Language of the text; detected when not given' }),
  country: countrySchema.optional().meta({ description: 'Home country' }),
  languages: z.array(languageSchema).max(20).optional().meta({ description: 'Languages of work' }),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  contact: contactSchema.optional(),
  status: z.enum(PROFILE_STATUSES).default('active').meta({ description: 'Only an active profile is shown to others' }),
  consent: z
    .strictObject({
      matching: z.boolean().meta({ description: 'The owner agrees to be shown to matching profiles of its own hub' }),
      search: z.boolean().optional().meta({
        description:
          'The owner agrees, beyond that, to be found by visitors of its hub’s site who are not known; absent means no',
      }),
    })
    .optional()
    .meta({ description: 'Absent means no: the profile finds others but is shown to nobody' }),
};
