import { describe, expect, test } from 'vitest';
import { DAY } from '../../../test/profiles.ts';
import type { Facets, NormalProfile } from '../../engine/normalise.ts';
import { GATES } from './gates.ts';

const profile = (
  kind: 'startup' | 'investor',
  facets: Facets,
  unnamed: Partial<NormalProfile> = {},
): NormalProfile => ({
  kind,
  id: 'a',
  name: 'A',
  text: 'Text.',
  active: true,
  consent: true,
  search: false,
  unnamedSectors: [],
  unnamedExclusions: [],
  facets,
  ...unnamed,
});
const exclusion = GATES.find(({ name }) => name === 'exclusion')!;
const check = (startup: NormalProfile, investor: NormalProfile) => exclusion.check({ startup, investor }, DAY);

describe('an exclusion against a startup that states no sector', () => {
  const noMining = profile('investor', { excludedSectors: ['mining'] });
  const noExtraction = profile('investor', { excludedSectors: ['extraction'] });
  const reads = (sectors: readonly string[], possible: readonly string[]) =>
    profile('startup', { inferredSectors: { sectors, possible } as never });

  test('passes what its text rules out', () => {
    expect(check(reads(['gaming'], ['gaming', 'events']), noMining)).toEqual({ outcome: 'pass' });
    expect(check(reads([], ['gaming', 'events']), noExtraction)).toEqual({ outcome: 'pass' });
  });

  test('keeps out what its text says plainly, and names it', () => {
    expect(check(reads(['mining'], ['mining', 'oil_gas']), noExtraction)).toMatchObject({
      outcome: 'fail',
      message: { key: 'gate.sector_excluded', evidence: { sectors: ['mining'] } },
    });
  });

  test('fails closed, as unknown, where an excluded sector is possible', () => {
    for (const startup of [reads([], ['gaming', 'mining']), reads(['extraction'], ['mining', 'oil_gas'])])
      expect(check(startup, noMining)).toMatchObject({ message: { key: 'gate.exclusion_unknown' } });
  });

  test('fails closed where nothing was read at all', () => {
    expect(check(profile('startup', {}), noMining)).toMatchObject({ message: { key: 'gate.exclusion_unknown' } });
  });
});

describe('an exclusion in free text', () => {
  const out = (inferredExclusions?: Facets['inferredExclusions']) =>
    profile('investor', inferredExclusions ? { inferredExclusions } : {}, { unnamedExclusions: ['qazma'] });
  const meant = out({ sectors: ['mining'], possible: ['mining', 'oil_gas'] });

  test('keeps out the sector that is meant, and lets pass what cannot be meant', () => {
    expect(check(profile('startup', { sectors: ['mining'] }), meant)).toMatchObject({
      message: { key: 'gate.sector_excluded' },
    });
    expect(check(profile('startup', { sectors: ['gaming'] }), meant)).toEqual({ outcome: 'pass' });
  });

  test('fails closed where it may be meant, and where nothing is known of it', () => {
    for (const investor of [meant, out()])
      expect(check(profile('startup', { sectors: ['oil_gas'] }), investor)).toMatchObject({
        message: { key: 'gate.exclusion_unknown' },
      });
  });
});
