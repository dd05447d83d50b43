import { type NormalProfile, normaliseProfile, type Pairing, pairingOf, whyNot } from '@kopru/sdk/engine';
import { COUNTRIES, DEFAULT_RATES, INSTRUMENTS, STAGES } from '@kopru/sdk/facets';
import { KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVESTOR, STARTUP } from '../../test/hub.ts';
import { checkFilter, indexed, passesFilter } from '../../test/vectorize/filter.ts';
import {
  filterFor,
  keyOfId,
  METADATA_INDEXES,
  metadataOf,
  namespaceOf,
  PARTS,
  partOf,
  vectorId,
  vectorKey,
} from './layout.ts';

const PAIRING = pairingOf('startup', 'investor') as Pairing;
const INDEXES = new Map<string, 'string' | 'number' | 'boolean'>(
  METADATA_INDEXES.map(({ name, type }) => [name, type]),
);
const CODED = ['stage', 'country', 'instrument'];

const normal = (kind: Kind, input: object): NormalProfile =>
  normaliseProfile(kind, kind, KINDS[kind].schema.parse(input) as Profile, DEFAULT_RATES);
const found = (filter: object, profile: NormalProfile, key = '0'.repeat(32)) => {
  checkFilter(filter, INDEXES);
  const metadata: Record<string, unknown> = metadataOf(profile, key);
  return passesFilter(filter, new Map([...INDEXES].map(([name, type]) => [name, indexed(metadata[name], type)])));
};

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const some = <T>(values: readonly T[]) => maybe(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));
const startups = fc.record({
  stage: maybe(fc.constantFrom(...STAGES)),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  raise: maybe(
    fc.record({
      amount: fc.constant(1),
      currency: fc.constant('USD'),
      instrument: maybe(fc.constantFrom(...INSTRUMENTS)),
    }),
  ),
});
const investors = fc.record({
  stages: some(STAGES),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  countries: some(COUNTRIES),
  instruments: some(INSTRUMENTS),
});
const without = (value: object) => JSON.parse(JSON.stringify(value)) as object;

describe('the filter of a query', () => {
  test('leaves nobody out whom the gates let through, and of those with one code each exactly whom they keep out', () => {
    fc.assert(
      fc.property(startups, investors, fc.boolean(), (s, i, investorAsks) => {
        const startup = normal('startup', without({ ...STARTUP, ...s }));
        const investor = normal('investor', without({ ...INVESTOR, ...i }));
        const [subject, candidate] = investorAsks ? [investor, startup] : [startup, investor];
        const { gates } = whyNot(PAIRING, subject, candidate);
        const kept = gates.some(({ gate, outcome }) => CODED.includes(gate) && outcome === 'fail');
        const passed = found(filterFor({ kind: candidate.kind, pairing: PAIRING, subject }), candidate);
        if (!kept) expect(passed).toBe(true);
        else if (investorAsks) expect(passed).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('may ask for a kind alone, for a country and for parts', () => {
    const subject = normal('investor', INVESTOR);
    const startup = normal('startup', STARTUP);
    expect(filterFor({ kind: 'startup', subject })).toEqual({ kind: 'startup' });
    expect(found({ kind: 'investor' }, startup)).toBe(false);
    expect(found(filterFor({ kind: 'startup', subject, country: 'KZ' }), startup)).toBe(true);
    expect(found(filterFor({ kind: 'startup', subject, country: 'UZ' }), startup)).toBe(false);
    expect(found(filterFor({ kind: 'startup', subject }, [0, 3]), startup)).toBe(true);
    expect(found(filterFor({ kind: 'startup', subject }, [1, 3]), startup)).toBe(false);
  });

  test('is never longer than Vectorize takes: what would be too long is left to the gates', () => {
    const codes = Array.from({ length: 400 }, (_, i) => `c${i}`);
    const subject = normal('investor', INVESTOR);
    const long = {
      ...subject,
      facets: { ...subject.facets, countries: codes as typeof subject.facets.countries },
    } as NormalProfile;
    const filter = filterFor({ kind: 'startup', pairing: PAIRING, subject: long });
    checkFilter(filter, INDEXES);
    expect(found(filter, normal('startup', { ...STARTUP, country: 'HU' }))).toBe(true);
    expect(found(filter, normal('startup', { ...STARTUP, stage: 'growth' }))).toBe(false);
  });
});

describe('names', () => {
  test('are of one hub and model each, and short enough, whatever the ids are', async () => {
    const [hub, id] = ['ə'.repeat(200), 'ҚІ'.repeat(100)];
    const namespace = await namespaceOf(hub, 'model');
    const key = await vectorKey(namespace, { kind: 'startup', id });
    expect(new TextEncoder().encode(namespace).length).toBeLessThanOrEqual(64);
    expect(new TextEncoder().encode(vectorId(key, 9999)).length).toBeLessThanOrEqual(64);
    expect(keyOfId(vectorId(key, 12))).toBe(key);
    const others = await Promise.all([
      namespaceOf(`${hub}x`, 'model'),
      namespaceOf(hub, 'other'),
      vectorKey(namespace, { kind: 'investor', id }),
      vectorKey(await namespaceOf('other', 'model'), { kind: 'startup', id }),
    ]);
    expect(new Set([namespace, key, ...others]).size).toBe(6);
  });

  test('fall into parts of about the same size', async () => {
    const keys = await Promise.all(
      Array.from({ length: 4000 }, (_, i) => vectorKey('n', { kind: 'startup', id: `${i}` })),
    );
    const sizes = Array.from({ length: PARTS }, (_, part) => keys.filter((key) => partOf(key) === part).length);
    for (const size of sizes) expect(Math.abs(size - 4000 / PARTS)).toBeLessThan(100);
  });

  test('need at most ten metadata indexes, and no vector has metadata without one', () => {
    expect(METADATA_INDEXES.length).toBeLessThanOrEqual(10);
    const held = [
      ...Object.keys(metadataOf(normal('startup', STARTUP), '0'.repeat(32))),
      ...Object.keys(metadataOf(normal('investor', INVESTOR), '0'.repeat(32))),
    ];
    for (const name of held) expect(INDEXES.has(name)).toBe(true);
  });
});
