/**
 * The registry of kinds. A new kind is one file beside this one and one line in {@link KINDS}.
 *
 * @module
 */
import { expertSchema } from './expert.ts';
import { investorSchema } from './investor.ts';
import { labSchema } from './lab.ts';
import { needSchema } from './need.ts';
import { offerSchema } from './offer.ts';
import { patentSchema } from './patent.ts';
import { programmeSchema } from './programme.ts';
import { startupSchema } from './startup.ts';

export const KINDS = {
  startup: { path: 'startups', schema: startupSchema, text: 'pitch' },
  investor: { path: 'investors', schema: investorSchema, text: 'thesis' },
  expert: { path: 'experts', schema: expertSchema, text: 'about' },
  need: { path: 'needs', schema: needSchema, text: 'about' },
  lab: { path: 'labs', schema: labSchema, text: 'about' },
  programme: { path: 'programmes', schema: programmeSchema, text: 'about' },
  patent: { path: 'patents', schema: patentSchema, text: 'abstract' },
  offer: { path: 'offers', schema: offerSchema, text: 'about' },
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]];

/** The profile type of each kind, as validated (defaults filled in). */
export type ProfileOf<K extends Kind> = (typeof KINDS)[K]['schema']['_output'];
export type Profile = { [K in Kind]: ProfileOf<K> }[Kind];

/** Fields that no card, match or explanation may carry. */
export const PRIVATE_FIELDS = ['contact', 'consent', 'private'] as const;
