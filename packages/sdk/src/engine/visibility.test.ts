import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, profile } from '../../test/arbitraries.ts';
import { INVESTOR, normal, STARTUP } from '../../test/profiles.ts';
import { KINDS, type Kind } from '../kinds/index.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import type { SectorMapper } from './map-sectors.ts';
import { createMatcher } from './matcher.ts';
import type { NormalProfile } from './normalise.ts';
import type { Gate, Pair, Pairing } from './pairing.ts';
import { scoreOf } from './score.ts';
import { observe } from './visibility.ts';
import { whyNot } from './why-not.ts';

const embedder = hashEmbedder();
const other = (kind: Kind): Kind => (kind === 'startup' ? 'investor' : 'startup');

/** Reads a text as one of two sectors, so that what a hidden text says decides a gate. */
const sectors: SectorMapper = {
  model: embedder.id,
  map: () => ({ sectors: [], fields: [] }),
  infer: ([part]) =>
    (part?.vector[0] ?? 0) + (part?.vector[1] ?? 0) > 0
      ? { sectors: ['gaming'], possible: ['gaming'] }
      : { sectors: ['irrigation'], possible: ['irrigation', 'payments'] },
};

/** All that the owner of `own` is told of the other profile, without eligibility, score and order. */
async function told(side: Kind, own: object, theirs: object) {
  const matcher = createMatcher({ embedder, sectors });
  const there = other(side);
  await matcher.add(side, 'own', own);
  await matcher.add(there, 'theirs', theirs);
  const viewer = { side };
  const { matches, rejected } = await matcher.match({ kind: side, id: 'own' }, { viewer, rejected: 1 });
  const why = await matcher.whyNot({ kind: side, id: 'own' }, { kind: there, id: 'theirs' }, viewer);
  const named = <G extends { readonly gate: string }>(gates: readonly G[]) =>
    gates.filter(({ gate }) => gate !== 'eligibility');
  return {
    eligible: why.eligible,
    match: matches.map(({ score: _, ...match }) => match),
    rejected: rejected.map((rejection) => ({ ...rejection, gates: named(rejection.gates) })),
    why: { gates: named(why.gates), repairs: why.repairs, changes: why.changes },
  };
}

describe('what the owner of one side is told', () => {
  const sides = fc.constantFrom<Kind>('startup', 'investor');
  const situation = sides.chain((side) => {
    const there = other(side);
    const fields = Object.keys(FIELDS[there]);
    return fc
      .record({
        own: profile(side),
        theirs: profile(there),
        hidden: fc.constantFrom(...fields),
        alsoHidden: fc.subarray(fields),
      })
      .chain((drawn) => {
        const value = FIELDS[there][drawn.hidden] as fc.Arbitrary<unknown>;
        const required = drawn.hidden === KINDS[there].text;
        return (required ? value : fc.option(value, { nil: undefined })).map((to) => ({ side, ...drawn, to }));
      });
  });

  test('does not change when a hidden field of the other side does, but for eligibility, score and order', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ side, own, theirs, hidden, alsoHidden, to }) => {
        const before = { ...theirs, private: [...new Set([hidden, ...alsoHidden])] };
        const { [hidden]: _, ...rest } = before as Record<string, unknown>;
        const after = to === undefined ? rest : { ...rest, [hidden]: to };
        const [a, b] = [await told(side, own, before), await told(side, own, after)];
        expect(b.why).toEqual(a.why);
        if (a.eligible === b.eligible) expect([b.match, b.rejected]).toEqual([a.match, a.rejected]);
      }),
      { numRuns: 400 },
    );
  });

  test('is the whole answer when nothing is private, and what its own side keeps private it sees', async () => {
    await fc.assert(
      fc.asyncProperty(profile('startup'), profile('investor'), async (startup, investor) => {
        const matcher = createMatcher({ embedder });
        await matcher.add('startup', 's', { ...startup, private: Object.keys(FIELDS.startup) });
        await matcher.add('investor', 'i', investor);
        const list = (viewer: object) => matcher.match({ kind: 'startup', id: 's' }, { ...viewer, rejected: 1 });
        const why = (...viewer: [] | [{ side: Kind }]) =>
          matcher.whyNot({ kind: 'startup', id: 's' }, { kind: 'investor', id: 'i' }, ...viewer);
        expect(await list({ viewer: { side: 'startup' } })).toEqual(await list({}));
        expect(await why({ side: 'startup' })).toEqual(await why());
      }),
      { numRuns: 100 },
    );
  });
});

async function ask(investor: object, side: Kind | 'all' = 'startup') {
  const matcher = createMatcher({ embedder });
  await matcher.add('startup', 's', STARTUP);
  await matcher.add('investor', 'i', { ...INVESTOR, ...investor });
  const viewer = side === 'all' ? ({ sees: 'all' } as const) : { side };
  return {
    ...(await matcher.match({ kind: 'startup', id: 's' }, { viewer, rejected: 1 })),
    why: await matcher.whyNot({ kind: 'startup', id: 's' }, { kind: 'investor', id: 'i' }, viewer),
  };
}

describe('a gate that fails on a hidden field', () => {
  test.each([
    ['stages', { stages: ['growth'] }],
    ['countries', { countries: ['HU'] }],
    ['ticket', { ticket: { min: 9e6, currency: 'USD' } }],
    ['instruments', { instruments: ['debt'] }],
    ['excludedSectors', { excludedSectors: ['irrigation'] }],
  ])('says that the pair is not eligible and no more: %s', async (field, change) => {
    const { rejected, why } = await ask({
      ...change,
      private: ['stages', 'countries', 'ticket', 'instruments', 'excludedSectors'],
    });
    // The same answer whichever of the five it is.
    const gates = [
      { gate: 'status', outcome: 'pass' },
      { gate: 'consent', outcome: 'pass' },
      ...['exclusion', 'stage', 'country', 'ticket', 'instrument'].map((gate) => ({ gate, outcome: 'unknown' })),
      { gate: 'eligibility', outcome: 'fail', message: { key: 'gate.not_eligible', evidence: {} } },
    ];
    expect(rejected).toEqual([{ kind: 'investor', id: 'i', gates, changes: [] }]);
    expect(why).toMatchObject({ eligible: false, repairs: [], changes: [] });
    expect((await ask({ ...change, private: [field] }, 'all')).why.changes).toHaveLength(1);
  });

  test('is not even hinted at when a gate that may be told fails as well', async () => {
    const open = { stages: ['growth'], private: ['ticket'] };
    const both = { ...open, ticket: { min: 9e6, currency: 'USD' } };
    const { why } = await ask(both);
    expect(why).toEqual((await ask(open)).why);
    expect(why.gates.filter(({ outcome }) => outcome === 'fail').map(({ gate }) => gate)).toEqual(['stage']);
  });
});

describe('a question about a pair', () => {
  const pair = { startup: normal('startup'), investor: normal('investor') };
  const asked = (ask: (profile: NormalProfile) => unknown, hidden: readonly string[]) =>
    observe({ ...pair, investor: { ...pair.investor, private: hidden } }, { side: 'startup' }, ({ investor }) =>
      ask(investor),
    );

  test.each<[string, string, (profile: NormalProfile) => unknown]>([
    ['sectors', 'sectors', ({ facets }) => facets.sectors],
    ['sectors', 'names of sectors', ({ unnamedSectors }) => unnamedSectors],
    ['sectors', 'sectors read from the text', ({ facets }) => facets.inferredSectors],
    ['thesis', 'sectors read from the text', ({ facets }) => facets.inferredSectors],
    ['excludedSectors', 'exclusions', ({ facets }) => facets.excludedSectors],
    ['excludedSectors', 'names of exclusions', ({ unnamedExclusions }) => unnamedExclusions],
    ['excludedSectors', 'exclusions read from names', ({ facets }) => facets.inferredExclusions],
    ['thesis', 'text', ({ text }) => text],
    ['thesis', 'language of the text', ({ lang }) => lang],
    ['ticket', 'all facets at once', ({ facets }) => ({ ...facets })],
  ])('has no answer with %s private and the %s asked for', (field, _, ask) => {
    expect(asked(ask, [field])).toEqual({ hidden: true });
    expect(asked(ask, [])).toMatchObject({ hidden: false });
  });

  test('fails as it would, were nothing private', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => asked(broken, ['ticket'])).toThrow('broken');
  });

  test('is not asked of a repair that reads more than its gate may tell', () => {
    const message = { key: 'gate.not_active', evidence: {} } as const;
    const gate: Gate<Required<Pair>> = {
      name: 'stage',
      check: () => ({ outcome: 'fail', message }),
      repairs: ({ investor }) => [
        [{ side: 'investor', path: '/ticket/min', from: investor.facets.ticket?.min?.amount, to: 1, message }],
      ],
    };
    const pairing = { ...startupInvestor, gates: [gate] } as unknown as Pairing;
    const investor = { ...pair.investor, private: ['ticket'] };
    const { gates, repairs, changes } = whyNot(pairing, pair.startup, investor, { side: 'startup' });
    expect(gates.find((g) => g.gate === 'stage')?.outcome).toBe('fail');
    expect({ repairs, changes }).toEqual({ repairs: [{ gate: 'stage', alternatives: [] }], changes: [] });
    expect(whyNot(pairing, pair.startup, investor).changes).toHaveLength(1);
  });
});

describe('a signal that reads a hidden field', () => {
  test('has no value and no sentence, and still counts in the score', async () => {
    const thesis = STARTUP.pitch;
    const all = (await ask({ thesis }, 'all')).matches[0]!;
    const some = (await ask({ thesis, private: ['thesis', 'ticket'] })).matches[0]!;
    expect(some.score).toBe(all.score);
    const hidden = some.signals.filter(({ value }) => value === null).map(({ name }) => name);
    expect(hidden).toEqual(['semantic', 'ticket']);
    expect(scoreOf(some.signals)).not.toBe(some.score);
    expect(all.reasons.map(({ key }) => key)).toContain('semantic.sentences');
    expect(some.reasons.map(({ key }) => key)).not.toContain('semantic.sentences');
    expect(JSON.stringify(some)).not.toContain(thesis);
  });

  test('is not said to be unstated', async () => {
    const silent = { thesis: STARTUP.pitch, stages: undefined };
    expect((await ask(silent)).matches[0]!.cautions).toMatchObject([{ key: 'unknown.stage' }]);
    expect((await ask({ ...silent, private: ['stages'] })).matches[0]!.cautions).toEqual([]);
  });
});

describe('a viewer', () => {
  test('is the owner of the profile that the list is for', async () => {
    await expect(ask({}, 'investor')).rejects.toThrow(
      'the answer is for the owner of the startup, not of the investor',
    );
  });

  test('who owns a side is told of no profile that may not be shown, not even that it exists', async () => {
    await expect(ask({ status: 'paused' })).rejects.toThrow('no investor "i"');
    const { why } = await ask({ status: 'paused', consent: undefined }, 'all');
    expect(why.changes.map(({ path, to }) => [path, to])).toEqual([
      ['/status', 'active'],
      ['/consent/matching', true],
    ]);
  });
});
