import { normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES, LOCALES } from '@kopru/sdk/facets';
import { KIND_NAMES, type Profile } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
// The gates are no part of the public engine, and "would this pair be matched?" needs no vectors.
import { gate } from '../../sdk/src/engine/gate.ts';
import { pairingOf } from '../../sdk/src/pairings/index.ts';
import { demoProfiles } from './profiles.ts';

const profiles = demoProfiles();
interface Fields {
  readonly name: string;
  readonly lang: string;
  readonly status: string;
  readonly consent: { readonly matching: boolean };
}
const fields = (profile: object) => profile as Fields;
const ofKind = (kind: string) => profiles.filter((profile) => profile.kind === kind);

test('every profile is valid', () => {
  for (const { kind, id, profile } of profiles) {
    const result = validateProfile(kind, profile);
    expect(result.ok ? [] : result.issues, id).toEqual([]);
  }
});

test('the list is the same on every call', () => {
  expect(demoProfiles()).toEqual(profiles);
});

test('ids and names are unique, and there is a startup and an investor for each topic', () => {
  expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
  expect(new Set(profiles.map(({ profile }) => fields(profile).name)).size).toBe(profiles.length);
  expect(ofKind('startup').map(({ id }) => id.slice(2))).toEqual(ofKind('investor').map(({ id }) => id.slice(2)));
});

test('each language writes about a ninth of each kind', () => {
  for (const kind of KIND_NAMES) {
    for (const locale of LOCALES) {
      const share = ofKind(kind).filter(({ profile }) => fields(profile).lang === locale).length / ofKind(kind).length;
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.125);
    }
  }
});

test('some facets are left out, and a handful of profiles is not for others to see', () => {
  const silent = ofKind('investor').filter(({ profile }) => !('ticket' in profile)).length / ofKind('investor').length;
  expect(silent).toBeGreaterThan(0.08);
  expect(silent).toBeLessThan(0.22);
  const hidden = profiles.filter(({ profile }) => fields(profile).status !== 'active').length;
  expect(hidden).toBeGreaterThan(4);
  expect(hidden).toBeLessThan(30);
  expect(profiles.some(({ profile }) => !fields(profile).consent.matching)).toBe(true);
});

test('most startups may be shown the investor of their own topic, and not all', () => {
  const pairing = pairingOf('startup', 'investor')!;
  const normal = (kind: 'startup' | 'investor') =>
    ofKind(kind).map(({ id, profile }) => normaliseProfile(kind, id, profile as Profile, DEFAULT_RATES));
  const investors = normal('investor');
  const eligible = normal('startup').filter(
    (startup, i) => gate(pairing, { startup, investor: investors[i]! }, investors[i]!, '2026-11-28').eligible,
  );
  expect(eligible.length / investors.length).toBeGreaterThan(0.6);
  expect(eligible.length / investors.length).toBeLessThan(0.95);
});
