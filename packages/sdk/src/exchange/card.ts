import { z } from 'zod';
import { PRIVATE_FIELDS } from '../kinds/index.ts';
import { investorSchema } from '../kinds/investor.ts';
import { countrySchema } from '../kinds/profile.ts';
import { startupSchema } from '../kinds/startup.ts';

const hidden = Object.fromEntries([...PRIVATE_FIELDS, 'status'].map((field) => [field, true])) as {
  contact: true;
  consent: true;
  private: true;
  status: true;
};

/** What a hub releases of a profile to its partners: the name, and of the rest what policy and owner let out. */
export const exchangeCardSchema = z
  .union([
    startupSchema.omit(hidden).partial().required({ name: true }),
    investorSchema.omit(hidden).partial().required({ name: true }),
  ])
  .meta({
    id: 'ExchangeCard',
    description:
      'The card of another hub: the fields that its policy names; never a contact, nor free text that the owner did not release',
  });

export type ExchangeCard = z.output<typeof exchangeCardSchema>;

/** Where a card comes from. */
export const homeSchema = z
  .object({
    hub: z.string().meta({ example: 'kz' }),
    name: z.string().meta({ example: 'Astana Hub' }),
    country: countrySchema,
  })
  .meta({ id: 'Home', description: 'The hub that the card is from; not there for a profile of the own hub' });

export type Home = z.output<typeof homeSchema>;
