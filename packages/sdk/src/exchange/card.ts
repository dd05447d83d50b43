import { z } from 'zod';
import { KIND_NAMES, KINDS, type Kind, PRIVATE_FIELDS, type ProfileOf } from '../kinds/index.ts';
import { countrySchema } from '../kinds/profile.ts';

const HIDDEN = [...PRIVATE_FIELDS, 'status'] as const;

/** The card of a kind: its name, and of the other fields those that are let out. */
type CardOf<K extends Kind> = Pick<ProfileOf<K>, 'name'> & Partial<Omit<ProfileOf<K>, (typeof HIDDEN)[number]>>;

const cardOf = (kind: Kind) => {
  const hidden = Object.fromEntries(HIDDEN.map((field) => [field, true])) as Record<(typeof HIDDEN)[number], true>;
  return (KINDS[kind].schema as z.ZodObject).omit(hidden).partial().required({ name: true });
};

/** What a hub releases of a profile to its partners: the name, and of the rest what policy and owner let out. */
export const exchangeCardSchema = z
  .union(KIND_NAMES.map(cardOf) as unknown as readonly z.ZodType<{ [K in Kind]: CardOf<K> }[Kind]>[])
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
