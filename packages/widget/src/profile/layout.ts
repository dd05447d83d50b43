/**
 * Which fields stand together, in which order, and which of them are limits.
 *
 * @module
 */
import type { Kind } from '@kopru/sdk/schema';
import type { Field, Form } from './form.ts';

export const GROUPS = ['who', 'what', 'limits', 'privacy', 'contact', 'consent', 'status'] as const;
export type Group = (typeof GROUPS)[number];

const SHARED = {
  privacy: ['/private'],
  contact: ['/contact/name', '/contact/email', '/contact/phone'],
  consent: ['/consent/matching', '/consent/search'],
  status: ['/status'],
} as const;

/** The test that a need or a patent states. */
const TEST = ['/test/item', '/test/standards', '/test/range', '/test/uncertainty', '/test/countries'] as const;

/** The fields of each group by their pointers: every field of a form in one of them. */
export const LAYOUT: Readonly<Record<Kind, Readonly<Record<Group, readonly string[]>>>> = {
  startup: {
    who: ['/name', '/website', '/country', '/team/size', '/languages', '/team/summary'],
    what: ['/pitch', '/lang', '/stage', '/sectors', '/trl', '/traction/customers', '/traction/summary'],
    limits: ['/raise', '/raise/instrument', '/targetMarkets', '/roles'],
    ...SHARED,
  },
  investor: {
    who: ['/name', '/type', '/website', '/country', '/languages'],
    what: ['/thesis', '/lang', '/sectors', '/portfolio', '/fund', '/fund/vintage'],
    limits: [
      '/stages',
      '/countries',
      '/ticket',
      '/instruments',
      '/role',
      '/coInvestment/minPercent',
      '/coInvestment/needsLead',
      '/coInvestment/maxInvestors',
      '/coInvestment/minCountries',
      '/excludedSectors',
      '/allowsCompetitors',
    ],
    ...SHARED,
  },
  expert: {
    who: ['/name', '/website', '/country', '/languages', '/experienceYears'],
    what: ['/about', '/lang', '/skills', '/sectors'],
    limits: ['/roles', '/teamCountries', '/remote', '/hoursPerWeek'],
    ...SHARED,
  },
  lab: {
    who: ['/name', '/website', '/country', '/languages'],
    what: ['/about', '/lang', '/scope', '/sectors', '/capacityPerMonth'],
    limits: [
      '/accreditation/body',
      '/accreditation/number',
      '/accreditation/validUntil',
      '/recognisedIn',
      '/leadTimeDays',
    ],
    ...SHARED,
  },
  need: {
    who: ['/name', '/website', '/country', '/languages'],
    what: ['/about', '/lang', '/types', '/sectors'],
    limits: ['/neededBy', '/supplierCountries', '/terms', ...TEST],
    ...SHARED,
  },
  programme: {
    who: ['/name', '/type', '/website', '/country', '/languages'],
    what: ['/about', '/lang', '/sectors', '/calls'],
    limits: ['/stages', '/startupCountries', '/excludedSectors', '/grant', '/equity'],
    ...SHARED,
  },
  patent: {
    who: ['/name', '/owner', '/website', '/country', '/languages'],
    what: ['/abstract', '/lang', '/claims', '/classifications', '/sectors', '/jurisdictions'],
    limits: ['/licence/type', '/licence/countries', '/licence/price', ...TEST],
    ...SHARED,
  },
  offer: {
    who: ['/name', '/website', '/country', '/languages'],
    what: ['/about', '/lang', '/types', '/sectors', '/capacity'],
    limits: ['/offeredIn', '/remote', '/terms', '/price', '/availability/from', '/availability/until'],
    ...SHARED,
  },
};

/** The fields of a group in their order. */
export const fieldsIn = ({ kind, fields }: Form, group: Group): readonly Field[] =>
  LAYOUT[kind][group].flatMap((path) => fields.find((field) => field.path === path) ?? []);

/** The fields of the profile that decide how many matches there are: what is sent to count them. */
export const LIMIT_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  startup: ['sectors', 'stage', 'country', 'raise'],
  investor: [
    'excludedSectors',
    'stages',
    'countries',
    'ticket',
    'instruments',
    'fund',
    'portfolio',
    'allowsCompetitors',
  ],
  expert: ['roles', 'teamCountries', 'remote', 'languages'],
  need: ['supplierCountries', 'neededBy'],
  lab: [],
  programme: ['excludedSectors', 'stages', 'startupCountries', 'calls'],
  patent: ['licence', 'jurisdictions'],
  offer: ['types', 'country', 'offeredIn', 'remote', 'languages', 'terms', 'availability'],
};

/** The limits whose cost is told, by pointer: those of the engine. */
export const LIMITS: Readonly<Record<Kind, readonly string[]>> = {
  startup: ['/raise/amount', '/raise/instrument'],
  investor: [
    '/excludedSectors',
    '/stages',
    '/countries',
    '/ticket/min',
    '/ticket/max',
    '/instruments',
    '/allowsCompetitors',
  ],
  expert: ['/teamCountries', '/roles'],
  need: ['/supplierCountries', '/neededBy'],
  lab: [],
  programme: ['/stages', '/startupCountries', '/excludedSectors'],
  patent: ['/licence/type', '/licence/countries'],
  offer: ['/types', '/offeredIn', '/terms', '/availability/from', '/availability/until'],
};

/** Options that stand on the form at once; all others are added by name. */
export const COMMON = {
  place: ['turkic_states', 'ots', 'central_asia', 'AZ', 'KZ', 'KG', 'TR', 'UZ', 'HU', 'TM'],
  language: ['az', 'tr', 'kk', 'ky', 'uz', 'tk', 'hu', 'ru', 'en'],
} as const;

/** Countries that stand before all others in a list: the members and observers of the OTS. */
export const FIRST_COUNTRIES = ['AZ', 'KZ', 'KG', 'TR', 'UZ', 'HU', 'TM', 'XN'] as const;
