import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVESTOR, normal, STARTUP } from '../../test/profiles.ts';
import { LOCALES } from '../facets/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { embedProfiles } from './embed.ts';
import { createMatchIndex } from './match.ts';
import { createMatcher, ProfileError } from './matcher.ts';
import { matchPair } from './rate.ts';
import { scoreOf } from './score.ts';
import { nearest } from './vector-index.ts';

const embedder = hashEmbedder();

async function matcherWith(investors: Record<string, object>) {
  const matcher = createMatcher({ embedder });
  await matcher.add('startup', 's', STARTUP);
  for (const [id, changes] of Object.entries(investors)) await matcher.add('investor', id, { ...INVESTOR, ...changes });
  return matcher;
}

const ids = (matches: readonly { id: string }[]) => matches.map(({ id }) => id);

describe('a match list', () => {
  test('holds the eligible candidates, best first, and their score follows from their signals', async () => {
    const matcher = await matcherWith({
      near: { thesis: STARTUP.pitch },
      far: { thesis: 'Gaming studios with a global audience.' },
      paused: { thesis: STARTUP.pitch, status: 'paused' },
      late: { thesis: STARTUP.pitch, stages: ['growth'] },
    });
    const { matches } = await matcher.match({ kind: 'startup', id: 's' });
    expect(ids(matches)).toEqual(['near', 'far']);
    for (const { score, signals } of matches) expect(scoreOf(signals)).toBe(score);
  });

  test('follows the weights of the hub where they are given, on one side or both', async () => {
    const matcher = await matcherWith({
      near: { thesis: STARTUP.pitch, ticket: { max: 60_000, currency: 'USD' } },
      funded: { thesis: 'Gaming studios with a global audience.' },
    });
    const list = async (options: object) => (await matcher.match({ kind: 'startup', id: 's' }, options)).matches;
    const only = (name: string) => ({
      ...{ semantic: 0, sector: 0, stage: 0, ticket: 0, country: 0, corridor: 0, language: 0 },
      [name]: 1,
    });
    expect(ids(await list({ weights: { startup: only('semantic'), investor: only('semantic') } }))[0]).toBe('near');
    expect(ids(await list({ weights: { startup: only('ticket'), investor: only('ticket') } }))[0]).toBe('funded');
    const usual = await list({});
    for (const match of await list({ weights: { startup: only('ticket') } })) {
      const same = usual.find(({ id }) => id === match.id);
      expect(scoreOf(match.signals)).toBe(match.score);
      for (const [k, { name, weights }] of match.signals.entries()) {
        expect(weights).toEqual({
          startup: (only('ticket') as Record<string, number>)[name],
          investor: same?.signals[k]?.weights.investor,
        });
      }
    }
    expect(await list({ weights: {} })).toEqual(usual);
  });

  test('is found from either side with the same score', async () => {
    const matcher = await matcherWith({ i: {} });
    const [there] = (await matcher.match({ kind: 'startup', id: 's' })).matches;
    const [back] = (await matcher.match({ kind: 'investor', id: 'i' })).matches;
    expect(back).toMatchObject({ kind: 'startup', id: 's', score: there?.score, signals: there?.signals });
  });

  test('obeys limit and minScore', async () => {
    const matcher = await matcherWith({
      a: {},
      b: {},
      c: { thesis: 'Gaming.', sectors: ['fintech'], languages: ['az'] },
    });
    const all = (await matcher.match({ kind: 'startup', id: 's' })).matches;
    expect(all).toHaveLength(3);
    expect((await matcher.match({ kind: 'startup', id: 's' }, { limit: 1 })).matches).toEqual(all.slice(0, 1));
    const minScore = all[1]!.score;
    expect(
      (await matcher.match({ kind: 'startup', id: 's' }, { minScore })).matches.every((m) => m.score >= minScore),
    ).toBe(true);
    expect((await matcher.match({ kind: 'startup', id: 's' }, { minScore: 100 })).matches).toEqual([]);
  });

  test('gives way where a price says so, and keeps every score', async () => {
    const matcher = await matcherWith({
      near: { thesis: STARTUP.pitch },
      far: { thesis: 'Gaming studios with a global audience.' },
    });
    const subject = { kind: 'startup', id: 's' } as const;
    const pure = (await matcher.match(subject)).matches;
    const prices = new Map([['near', 100]]);
    const { matches } = await matcher.match(subject, { prices, fairness: 1 });
    expect(ids(matches)).toEqual(['far', 'near']);
    expect(new Map(matches.map(({ id, score }) => [id, score]))).toEqual(
      new Map(pure.map(({ id, score }) => [id, score])),
    );
    expect((await matcher.match(subject, { prices, fairness: 0 })).matches).toEqual(pure);
  });

  test('a profile that is only asked about is matched and not kept', async () => {
    const matcher = await matcherWith({ i: {} });
    const { matches } = await matcher.match({
      kind: 'startup',
      profile: { name: 'B', pitch: STARTUP.pitch, sectors: ['irrigation'] },
    });
    expect(ids(matches)).toEqual(['i']);
    expect((await matcher.match({ kind: 'investor', id: 'i' })).matches).toHaveLength(1);
  });

  test('what is replaced or removed is gone from the next list', async () => {
    const matcher = await matcherWith({ a: {}, b: {} });
    await matcher.add('investor', 'a', { ...INVESTOR, status: 'archived' });
    expect(ids((await matcher.match({ kind: 'startup', id: 's' })).matches)).toEqual(['b']);
    matcher.remove('investor', 'b');
    expect((await matcher.match({ kind: 'startup', id: 's' })).matches).toEqual([]);
  });
});

describe('near misses', () => {
  test('never hold a profile that may not be shown', async () => {
    const matcher = await matcherWith({
      draft: { status: 'draft' },
      unasked: { consent: undefined },
      refused: { consent: { matching: false }, stages: ['growth'] },
    });
    expect((await matcher.match({ kind: 'startup', id: 's' }, { rejected: 5 })).rejected).toEqual([]);
  });

  test('are listed when asked for, with the gate that keeps each out', async () => {
    const matcher = await matcherWith({ late: { stages: ['growth'] }, good: {} });
    expect((await matcher.match({ kind: 'startup', id: 's' })).rejected).toEqual([]);
    const { rejected } = await matcher.match({ kind: 'startup', id: 's' }, { rejected: 5 });
    expect(ids(rejected)).toEqual(['late']);
    expect(rejected[0]?.gates.filter(({ outcome }) => outcome === 'fail').map(({ gate }) => gate)).toEqual(['stage']);
  });
});

describe('pages of a list', () => {
  const texts = ['Suvarma', 'Suvarma sistemləri', 'Oyunlar', 'Games for phones', 'Torpaq və su', 'Su'];
  const market = fc.record({
    theses: fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 12 }),
    limit: fc.integer({ min: 1, max: 5 }),
    diversity: fc.constantFrom(0, 0.1, 1),
    prices: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 12, maxLength: 12 }),
  });

  test('are one list, whatever orders it', async () => {
    await fc.assert(
      fc.asyncProperty(market, async ({ theses, limit, diversity, prices }) => {
        const matcher = await matcherWith(Object.fromEntries(theses.map((thesis, i) => [`i${i}`, { thesis }])));
        const options = { diversity, fairness: 1, prices: new Map(prices.map((price, i) => [`i${i}`, price])) };
        const page = async (shown: ReadonlySet<string>, size: number) =>
          ids((await matcher.match({ kind: 'startup', id: 's' }, { ...options, shown, limit: size })).matches);
        const all: string[] = [];
        for (let left = Infinity; left > 0; ) {
          const next = await page(new Set(all), limit);
          all.push(...next);
          left = next.length;
        }
        expect(all).toEqual(await page(new Set(), 100));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a filter', () => {
  const of = { kind: 'startup', id: 's' } as const;
  const inAZ = { accept: ({ facets }: { facets: { country?: string } }) => facets.country === 'AZ' };

  test('lists only what it accepts, among the near misses too', async () => {
    const matcher = await matcherWith({ az: {}, tr: { country: 'TR' }, late: { country: 'TR', stages: ['growth'] } });
    const { matches, rejected } = await matcher.match(of, { ...inAZ, rejected: 5 });
    expect([ids(matches), rejected]).toEqual([['az'], []]);
  });

  test('reads no field that the viewer may not see: such a candidate is left out, whatever it holds', async () => {
    const matcher = await matcherWith({
      open: {},
      hidden: { private: ['country'] },
      late: { private: ['country'], stages: ['growth'] },
    });
    const viewer = { side: 'startup' } as const;
    const asked = async (options: object) => {
      const { matches, rejected } = await matcher.match(of, { ...inAZ, ...options, rejected: 5 });
      return [ids(matches).sort(), ids(rejected)];
    };
    expect(await asked({ viewer })).toEqual([['open'], []]);
    expect(await asked({})).toEqual([['hidden', 'open'], ['late']]);
    const not = ({ facets }: { facets: { country?: string } }) => facets.country !== 'AZ';
    expect(await asked({ viewer, accept: not })).toEqual([[], []]);
  });
});

test('a viewer may differ from candidate to candidate', async () => {
  const thesis = STARTUP.pitch;
  const matcher = await matcherWith({
    own: { thesis, private: ['stages'] },
    other: { thesis, private: ['stages'] },
    late: { private: ['stages'], stages: ['growth'] },
  });
  const viewer = ({ id }: { id: string }) => (id === 'own' ? { sees: 'all' as const } : { side: 'startup' as const });
  const { matches, rejected } = await matcher.match({ kind: 'startup', id: 's' }, { viewer, rejected: 1 });
  const stage = (id: string) => matches.find((m) => m.id === id)?.signals.find(({ name }) => name === 'stage')?.value;
  expect([stage('own'), stage('other')]).toEqual([1, null]);
  expect(rejected[0]?.gates.find(({ gate }) => gate === 'stage')?.outcome).toBe('unknown');
});

test('the nearest of a kind are those of the greatest cosine, without the profile itself and who is not accepted', async () => {
  const index = createMatchIndex(embedder);
  const pitches = ['soil probes', 'water meters', 'soil water', 'cold stores', 'probes of water in soil'];
  const all = await embedProfiles(
    pitches.map((pitch, i) => normal('startup', { pitch }, `s-${i}`)),
    embedder,
  );
  for (const entry of all) index.set(entry);
  const [own, left, ...others] = all as [(typeof all)[number], (typeof all)[number], ...typeof all];
  const expected = others
    .map(({ profile, windows }) => ({ id: profile.id, cosine: nearest(own.windows, windows) }))
    .sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1));
  const found = index.nearest(own, 2, ({ id }) => id !== left.profile.id);
  expect(found.map(({ entry }) => entry.profile.id)).toEqual(expected.slice(0, 2).map(({ id }) => id));
  for (const [i, { cosine }] of found.entries()) expect(cosine).toBeCloseTo(expected[i]!.cosine, 5);
});

describe('a pair by itself', () => {
  test('is what a list says of it, eligible or not', async () => {
    const index = createMatchIndex(embedder);
    const [startup, fit, late] = await embedProfiles(
      [normal('startup'), normal('investor', {}, 'fit'), normal('investor', { stages: ['growth'] }, 'late')],
      embedder,
    );
    for (const entry of [fit!, late!]) index.set(entry);
    const list = index.match(startup!, { rejected: 1 });
    const { eligible, gates, repairs, changes, ...match } = matchPair(startup!, fit!);
    expect([eligible, repairs, changes]).toEqual([true, [], []]);
    expect(match).toEqual(list.matches[0]);
    expect(index.scores(startup!)).toEqual([{ id: 'fit', score: match.score }]);
    expect(matchPair(startup!, late!)).toMatchObject({ eligible: false, changes: list.rejected[0]!.changes });
    expect(gates.every(({ outcome }) => outcome !== 'fail')).toBe(true);
  });

  test('is not told to an owner of a candidate that may not be shown', async () => {
    const [startup, paused] = await embedProfiles(
      [normal('startup'), normal('investor', { status: 'paused' })],
      embedder,
    );
    expect(() => matchPair(startup!, paused!, { viewer: { side: 'startup' } })).toThrow('may not be shown');
    expect(matchPair(startup!, paused!).eligible).toBe(false);
  });
});

describe('an explanation', () => {
  test('has at most four reasons and one caution, in words of every language', async () => {
    const matcher = await matcherWith({ i: { thesis: STARTUP.pitch, stages: undefined } });
    const [match] = (await matcher.match({ kind: 'startup', id: 's' })).matches;
    expect(match!.reasons.length).toBe(4);
    expect(match!.reasons[0]).toEqual({
      key: 'semantic.sentences',
      evidence: { startup: STARTUP.pitch, investor: STARTUP.pitch },
    });
    expect(match!.cautions.map(({ key }) => key)).toEqual(['unknown.stage']);
    for (const locale of LOCALES) {
      const { reasons, cautions } = matcher.explain(match!, locale);
      for (const text of [...reasons, ...cautions]) expect(text).toMatch(/\p{L}{3}/u);
    }
  });
});

describe('misuse', () => {
  test('a profile that breaks a rule is refused with every issue, and nothing is added', async () => {
    const matcher = createMatcher({ embedder });
    const error = await matcher.add('startup', 'x', { name: '', stage: 'late' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProfileError);
    expect((error as ProfileError).issues.map(({ path }) => path).toSorted()).toEqual(['/name', '/pitch', '/stage']);
    expect(matcher.size).toBe(0);
  });

  test('an unknown id and an unpaired kind are named', async () => {
    const matcher = await matcherWith({});
    await expect(matcher.match({ kind: 'startup', id: 'y' })).rejects.toThrow('no startup "y"');
    await expect(matcher.match({ kind: 'startup', id: 's' }, { kind: 'startup' })).rejects.toThrow('not paired');
  });

  test('vectors of another model never mix', async () => {
    const index = createMatchIndex(embedder);
    const [entry] = await embedProfiles([normal('startup')], { ...embedder, id: 'other@1' });
    expect(() => index.set(entry!)).toThrow('a vector of other@1 cannot be compared');
    expect(() => index.match(entry!)).toThrow('a vector of other@1 cannot be compared');
  });
});
