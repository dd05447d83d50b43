import { type NormalProfile, normaliseProfile } from '../src/engine/normalise.ts';
import { validateProfile } from '../src/engine/validate.ts';
import { DEFAULT_RATES } from '../src/facets/index.ts';
import type { Kind } from '../src/kinds/index.ts';

/** The day on which the tests ask. */
export const DAY = '2026-11-28';

/** A startup that the investor below would fund, in every respect. */
export const STARTUP = {
  name: 'Torpaq',
  pitch: 'Suvarılan torpaqların duzluluğunu ölçürük.',
  sectors: ['irrigation'],
  stage: 'seed',
  country: 'KZ',
  targetMarkets: ['AZ'],
  raise: { amount: 300_000, currency: 'USD', instrument: 'equity' },
  languages: ['kk', 'en'],
  consent: { matching: true },
};

export const INVESTOR = {
  name: 'Xəzər Fondu',
  thesis: 'Suvarma və torpaq həllərinə sərmayə qoyuruq.',
  sectors: ['irrigation'],
  excludedSectors: ['gaming'],
  stages: ['pre_seed', 'seed'],
  country: 'AZ',
  countries: ['turkic_states'],
  ticket: { min: 100_000, max: 500_000, currency: 'USD' },
  instruments: ['equity', 'safe'],
  languages: ['az', 'en'],
  consent: { matching: true },
};

/** The samples above with changes, validated and normalised; a field given as `undefined` is left out. */
export function normal(kind: 'startup' | 'investor', changes: object = {}, id = kind as string): NormalProfile {
  const merged = { ...(kind === 'startup' ? STARTUP : INVESTOR), ...changes };
  return normalised(kind, Object.fromEntries(Object.entries(merged).filter(([, v]) => v !== undefined)), id);
}

/** A profile of the wire, validated and normalised. */
export function normalised(kind: Kind, value: object, id = kind as string): NormalProfile {
  const result = validateProfile(kind, value);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return normaliseProfile(kind, id, result.value, DEFAULT_RATES);
}
