import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profile } from '../../test/arbitraries.ts';
import { normal, normalised } from '../../test/profiles.ts';
import { LOCALES, parentOf, type SectorCode } from '../facets/index.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { renderMessage } from '../strings/index.ts';
import type { Change, Pairing, Repair } from './pairing.ts';
import { whyNot } from './why-not.ts';

/** Each pairing is tried in `pairings/pairings.test.ts`; here are the cases of one. */
type Kind = 'startup' | 'investor';

const pairing = startupInvestor as unknown as Pairing;

function ask(startup: object, investor: object, asker: Kind = 'startup') {
  const [s, i] = [normal('startup', startup), normal('investor', investor)];
  return asker === 'startup' ? whyNot(pairing, s, i) : whyNot(pairing, i, s);
}

/** The changes without their sentences. */
const bare = (changes: readonly Change[]) => changes.map(({ message: _, ...change }) => change);
const raise = (amount: number, currency = 'USD', instrument?: string) => ({
  raise: { amount, currency, ...(instrument && { instrument }) },
});

describe('why not', () => {
  test('a pair that fits has every gate, both values, and nothing to change', () => {
    const { eligible, gates, repairs, changes } = ask({}, {});
    expect({ eligible, repairs, changes }).toEqual({ eligible: true, repairs: [], changes: [] });
    expect(gates.find(({ gate }) => gate === 'stage')).toEqual({
      gate: 'stage',
      outcome: 'pass',
      values: { startup: { stage: 'seed' }, investor: { stages: ['pre_seed', 'seed'] } },
    });
    expect(gates.find(({ gate }) => gate === 'ticket')?.values).toMatchObject({
      startup: { raise: { amount: 300_000, currency: 'USD', usd: 300_000 } },
      investor: { ticket: { min: { amount: 100_000 }, max: { amount: 500_000 } } },
    });
  });

  test.each<[string, object, object, object[]]>([
    [
      'a stage',
      { stage: 'growth' },
      {},
      [{ side: 'investor', path: '/stages', from: ['pre_seed', 'seed'], to: ['pre_seed', 'seed', 'growth'] }],
    ],
    [
      'a country',
      { country: 'HU' },
      { countries: ['AZ'] },
      [{ side: 'investor', path: '/countries', from: ['AZ'], to: ['AZ', 'HU'] }],
    ],
    [
      'a round that is too small',
      raise(50_000),
      {},
      [{ side: 'startup', path: '/raise/amount', from: 50_000, to: 100_000 }],
    ],
    [
      'a round that is too large',
      raise(6_000_000),
      {},
      [{ side: 'startup', path: '/raise/amount', from: 6_000_000, to: 5_000_000 }],
    ],
    [
      'a round in another currency, to the whole unit above',
      raise(50_000, 'EUR'),
      {},
      [{ side: 'startup', path: '/raise/amount', from: 50_000, to: 85_325 }],
    ],
    [
      'a round in another currency that meets the limit exactly',
      raise(85_000, 'AZN'),
      {},
      [{ side: 'startup', path: '/raise/amount', from: 85_000, to: 170_000 }],
    ],
    [
      'a form of funding: another without interest before one with it',
      raise(3e5, 'USD', 'murabaha'),
      {
        instruments: ['debt', 'musharaka'],
      },
      [{ side: 'startup', path: '/raise/instrument', from: 'murabaha', to: 'musharaka' }],
    ],
    [
      'an exclusion',
      { sectors: ['irrigation'] },
      { excludedSectors: ['agrifood', 'gaming'] },
      [{ side: 'investor', path: '/excludedSectors', from: ['agrifood', 'gaming'], to: ['gaming'] }],
    ],
    [
      'a sector that is not stated',
      { sectors: undefined },
      {},
      [{ side: 'startup', path: '/sectors', from: [], to: null }],
    ],
    [
      'an exclusion that cannot be read',
      {},
      { excludedSectors: ['zqx qurğu'] },
      [{ side: 'investor', path: '/excludedSectors', from: ['zqx qurğu'], to: null }],
    ],
    [
      'several limits at once',
      { stage: 'growth', country: 'HU', ...raise(50_000, 'USD', 'debt') },
      {
        countries: ['AZ'],
        instruments: ['equity'],
      },
      [
        { side: 'investor', path: '/stages', from: ['pre_seed', 'seed'], to: ['pre_seed', 'seed', 'growth'] },
        { side: 'investor', path: '/countries', from: ['AZ'], to: ['AZ', 'HU'] },
        { side: 'startup', path: '/raise/amount', from: 50_000, to: 100_000 },
        { side: 'startup', path: '/raise/instrument', from: 'debt', to: 'equity' },
      ],
    ],
  ])('names the smallest change of %s', (_, startup, investor, changes) => {
    const answer = ask(startup, investor);
    expect(answer.eligible).toBe(false);
    expect(bare(answer.changes)).toEqual(changes);
  });

  test('gives the asker its own side first', () => {
    const { repairs, changes } = ask(raise(50_000), {}, 'investor');
    expect(bare(changes)).toEqual([{ side: 'investor', path: '/ticket/min', from: 100_000, to: 50_000 }]);
    expect(repairs[0]?.alternatives.flat().map(({ side }) => side)).toEqual(['investor', 'startup']);
  });

  test('lets either side say otherwise where a text was read as an excluded sector', () => {
    const read = { sectors: ['gaming'], possible: ['gaming', 'sports'] } as const;
    const startup = normal('startup', { sectors: undefined });
    const told = { ...startup, facets: { ...startup.facets, inferredSectors: read } };
    const { changes, repairs } = whyNot(pairing, told, normal('investor', { excludedSectors: ['gaming', 'mining'] }));
    expect(bare(changes)).toEqual([{ side: 'startup', path: '/sectors', from: [], to: null }]);
    expect(bare(repairs[0]!.alternatives[1]!)).toEqual([
      { side: 'investor', path: '/excludedSectors', from: ['gaming', 'mining'], to: ['mining'] },
    ]);
  });

  test('asks for no code that the text makes up for', () => {
    const read = { sectors: ['gaming'], possible: ['gaming'] } as const;
    const startup = normal('startup', { sectors: ['gaming', 'zqx qurğu'] });
    const told = { ...startup, facets: { ...startup.facets, inferredSectors: read } };
    const investor = normal('investor', { excludedSectors: ['gaming', 'mining'] });
    expect(bare(whyNot(pairing, told, investor).changes).map(({ path }) => path)).toEqual(['/excludedSectors']);
    expect(bare(whyNot(pairing, startup, investor).changes).map(({ path }) => path)).toEqual([
      '/excludedSectors',
      '/sectors',
    ]);
  });

  test('speaks in nine languages', () => {
    const { changes } = ask(raise(50_000), {});
    const [message] = changes.map((change) => change.message);
    const said = LOCALES.map((locale) => renderMessage(message!.key, message!.evidence, locale));
    expect(new Set(said).size).toBe(LOCALES.length);
    expect(renderMessage(message!.key, message!.evidence, 'en').replaceAll('\u00a0', ' ')).toBe(
      'The startup could raise at least USD 100,000 instead of USD 50,000.',
    );
  });
});

/** What an owner would fill in where only the owner can say. */
const FILL: Readonly<Record<string, (from: readonly SectorCode[]) => readonly string[]>> = {
  // What it does besides stays true: who names a sector gives up none.
  '/sectors': (from) => [...from.filter((code) => parentOf(code)), 'telecom'],
  '/excludedSectors': () => ['hydrogen'],
};

function apply(profiles: Record<Kind, Record<string, unknown>>, changes: readonly Change[]) {
  const changed = structuredClone(profiles);
  for (const { side, path, from, to } of changes as readonly (Change & { side: Kind })[]) {
    const keys = path.slice(1).split('/');
    const last = keys.pop() as string;
    const parent = keys.reduce((value, key) => value[key] as Record<string, unknown>, changed[side]);
    parent[last] = to ?? FILL[path]?.((from ?? []) as SectorCode[]);
  }
  return changed;
}

describe('the changes', () => {
  const ask = ({ startup, investor }: Record<Kind, Record<string, unknown>>, asker: Kind = 'startup') => {
    const pair = { startup: normalised('startup', startup), investor: normalised('investor', investor) };
    return whyNot(pairing, pair[asker], pair[asker === 'startup' ? 'investor' : 'startup']);
  };
  const without = (repairs: readonly Repair[], i: number) => repairs.toSpliced(i, 1).flat();

  test('make the pair eligible by any way through each gate, and no gate’s may be left out', () => {
    fc.assert(
      fc.property(
        profile('startup'),
        profile('investor'),
        fc.constantFrom<Kind>('startup', 'investor'),
        (startup, investor, asker) => {
          const profiles = { startup, investor };
          const { repairs, changes, eligible: before } = ask(profiles, asker);
          expect(before).toBe(changes.length === 0);
          const first = repairs.map(({ alternatives }) => alternatives[0]!);
          expect(changes).toEqual(first.flat());
          repairs.forEach(({ alternatives }, i) => {
            for (const way of alternatives) expect(ask(apply(profiles, first.with(i, way).flat())).eligible).toBe(true);
            expect(ask(apply(profiles, without(first, i))).eligible).toBe(false);
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
