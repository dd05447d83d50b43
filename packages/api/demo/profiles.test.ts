import { createMatcher, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES, LOCALES } from '@kopru/sdk/facets';
import { KIND_NAMES, type Profile } from '@kopru/sdk/schema';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
// The gates are no part of the public engine, and "would this pair be matched?" needs no vectors.
import { gate } from '../../sdk/src/engine/gate.ts';
import { marksOf, marksSought } from '../../sdk/src/engine/marks.ts';
import type { Pair, Pairing } from '../../sdk/src/engine/pairing.ts';
import { PAIRINGS, pairingOf } from '../../sdk/src/pairings/index.ts';
import { mayBecome } from '../src/applications/transitions.ts';
import { hubOf, REGION } from '../src/demo/hub.ts';
import { type DemoProfile, demoProfiles } from './profiles.ts';
import { inventApplications } from './seed/applications.ts';

const profiles = demoProfiles();
interface Fields {
  readonly name: string;
  readonly lang: string;
  readonly status: string;
  readonly consent: { readonly matching: boolean };
}
const fields = (profile: object) => profile as Fields;
const ofKind = (kind: string) => profiles.filter((profile) => profile.kind === kind);
const mandates = ofKind('investor').filter(({ id }) => id.startsWith('i-'));
const funds = ofKind('investor').filter(({ id }) => id.startsWith('f-'));

const normal = (some: readonly DemoProfile[]) =>
  some.map(({ kind, id, profile }) => normaliseProfile(kind, id, profile as Profile, DEFAULT_RATES));

const startups = normal(ofKind('startup'));

test('every profile is valid', () => {
  for (const { kind, id, profile } of profiles) {
    const result = validateProfile(kind, profile);
    expect(result.ok ? [] : result.issues, id).toEqual([]);
  }
});

test('every sector that is stated is one of the taxonomy', () => {
  for (const { id, unnamedSectors, unnamedExclusions } of normal(profiles))
    expect([...unnamedSectors, ...unnamedExclusions], id).toEqual([]);
});

test('the list is the same on every call', () => {
  expect(demoProfiles()).toEqual(profiles);
});

test('ids and names are unique, and there is a startup and an investor for each topic', () => {
  expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
  expect(new Set(profiles.map(({ profile }) => fields(profile).name)).size).toBe(profiles.length);
  expect(ofKind('startup').map(({ id }) => id.slice(2))).toEqual(mandates.map(({ id }) => id.slice(2)));
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
  const investors = normal(mandates);
  const eligible = normal(ofKind('startup')).filter(
    (startup, i) => gate(pairing, { startup, investor: investors[i]! }, investors[i]!, '2026-11-28').eligible,
  );
  expect(eligible.length / investors.length).toBeGreaterThan(0.6);
  expect(eligible.length / investors.length).toBeLessThan(0.95);
});

test('in every pairing the marks of an index keep out exactly whom the gates of codes keep out', () => {
  const everyone = normal(profiles).map((profile) => ({ profile, marks: new Set(marksOf(profile)) }));
  for (const pairing of PAIRINGS as readonly Pairing[]) {
    const coded = pairing.gates.filter(({ codes }) => codes);
    for (const side of pairing.sides) {
      const candidates = everyone.filter(({ profile }) => pairingOf(side, profile.kind) === pairing);
      for (const { profile: subject } of everyone.filter(({ profile }) => profile.kind === side)) {
        const [, ...groups] = marksSought(pairing, subject);
        for (const { profile, marks } of candidates) {
          const pair = { [subject.kind]: subject, [profile.kind]: profile } as Required<Pair>;
          const isKeptOut = coded.some(({ check }) => check(pair, '2026-11-28').outcome === 'fail');
          // Not `expect` for each of hundreds of thousands.
          if (groups.every((group) => group.some((mark) => marks.has(mark))) === isKeptOut)
            throw new Error(`${pairing.sides.join('-')}: ${subject.id} and ${profile.id}`);
        }
      }
    }
  }
});

test('every hub has a fund of its own with a portfolio, some of which would buy and some of which stand in the way', () => {
  const pairing = pairingOf('startup', 'investor')!;
  expect(new Set(funds.map(({ profile }) => hubOf((profile as { country: 'AZ' }).country).id)).size).toBe(
    REGION.length,
  );
  const synergy = pairing.extras!.find(({ name }) => name === 'synergy')!;
  const portfolio = pairing.gates.find(({ name }) => name === 'portfolio')!;
  const found = normal(funds).map((investor) => {
    expect(investor.facets.dryPowder!.amount, investor.id).toBeGreaterThan(0);
    expect(
      startups.some((startup) => synergy.measure({ startup, investor } as never).value === 1),
      investor.id,
    ).toBe(true);
    return new Set(startups.map((startup) => portfolio.check({ startup, investor } as never, '2026-11-28').outcome));
  });
  expect(found.filter((outcomes) => outcomes.has('fail')).length).toBeGreaterThan(5);
});

test('rounds are filled by investors of several countries, a fund of another hub among them', async () => {
  const matcher = createMatcher({ embedder: hashEmbedder() });
  for (const { kind, id, profile } of [...mandates.slice(0, 40), ...funds]) await matcher.add(kind, id, profile);
  const solver = await loadHighs();
  const rounds = [];
  for (const { id, profile } of ofKind('startup').filter(({ id }) => ['s-a10', 's-a19', 's-b12'].includes(id))) {
    const subject = { kind: 'startup', profile } as const;
    const round = await matcher.coInvest(subject, { solver, rules: { minCountries: 3 } });
    expect(round.summary[0], id).toMatchObject({ key: 'round.filled', evidence: { countries: 3 } });
    rounds.push(...round.investments);
  }
  expect(rounds.some(({ match }) => match.id.startsWith('f-'))).toBe(true);
});

const NOW = new Date('2026-11-28T12:00:00Z');
const applications = ofKind('programme').flatMap((programme) => {
  const { id, profile } = programme;
  const { country, calls } = profile as { country: 'AZ'; calls?: [] };
  const own = startups.filter(({ facets }) => hubOf(facets.country).id === hubOf(country).id);
  const pipeline = hubOf(country).pipeline;
  return inventApplications({ ...profile, id, calls }, normal([programme])[0]!, own, pipeline, NOW);
});

test('programmes of most hubs have applications in every state, and what alumni raised', () => {
  const last = applications.map(({ moves }) => moves.at(-1)!.state);
  expect(new Set(last)).toEqual(new Set(['applied', 'admitted', 'declined', 'withdrawn', 'alumni']));
  expect(new Set(applications.map(({ programme }) => programme)).size).toBeGreaterThan(8);
  expect(applications.filter(({ raised }) => raised).length).toBeGreaterThan(5);
});

test('an application moves as the API lets it, in the order of days and to no call beyond its places', () => {
  for (const { moves, startup, programme, call } of applications) {
    for (const [i, { at, state }] of moves.entries()) {
      const before = moves[i - 1];
      expect(at <= NOW && at >= (before?.at ?? at), `${startup} ${programme}`).toBe(true);
      if (before && before.state !== state)
        expect(mayBecome(before.state, state), `${before.state} ${state}`).toBe(true);
    }
    const cohort = applications.filter(
      (one) => one.programme === programme && one.call === call && one.moves.some(({ state }) => state === 'admitted'),
    );
    const found = ofKind('programme').find(({ id }) => id === programme)!.profile as {
      calls: { name: string; capacity?: number }[];
    };
    const { capacity } = found.calls.find(({ name }) => name === call)!;
    expect(cohort.length).toBeLessThanOrEqual(capacity ?? Number.POSITIVE_INFINITY);
  }
});
