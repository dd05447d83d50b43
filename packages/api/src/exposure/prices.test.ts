import { createMatchIndex, embedProfiles, type MatchIndex, normaliseProfile, PAIRINGS } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KINDS, type Profile } from '@kopru/sdk/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INVESTOR, STARTUP } from '../../test/hub.ts';
import { marketOf, priceMarket } from './prices.ts';

const pairing = PAIRINGS[0]!;
type Side = 'startup' | 'investor';
const embedder = hashEmbedder();
const SAMPLES: Readonly<Record<Side, object>> = { startup: STARTUP, investor: INVESTOR };

interface Drawn {
  readonly foreign: boolean;
  readonly shown: boolean;
  readonly sectors: readonly string[] | undefined;
}

const drawn = fc.array(
  fc.record({
    foreign: fc.boolean(),
    shown: fc.boolean(),
    sectors: fc.option(fc.constantFrom(['irrigation'], ['gaming'], ['payments']), { nil: undefined }),
  }),
  { maxLength: 6 },
);

async function indexOf(profiles: Readonly<Record<Side, readonly Drawn[]>>): Promise<MatchIndex> {
  const normal = (Object.keys(profiles) as Side[]).flatMap((kind) =>
    profiles[kind].map(({ foreign, shown, sectors }, i) => {
      const input = { ...SAMPLES[kind], sectors, status: shown ? 'active' : 'paused' };
      const id = `${foreign ? '~' : ''}${kind}${i}`;
      return normaliseProfile(kind, id, KINDS[kind].schema.parse(input) as Profile, DEFAULT_RATES);
    }),
  );
  const index = createMatchIndex(embedder);
  if (normal.length > 0) for (const entry of await embedProfiles(normal, embedder)) index.set(entry);
  return index;
}

const isOther = ({ id }: { readonly id: string }) => id.startsWith('~');

test('every profile that may be shown has a finite price, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ startup: drawn, investor: drawn }), async (profiles) => {
      const index = await indexOf(profiles);
      const prices = priceMarket(index, marketOf(index, pairing), isOther);
      for (const kind of pairing.sides) {
        const shown = [...index.all(kind)].filter(({ profile }) => profile.active).map(({ profile }) => profile.id);
        expect([...(prices[kind]?.keys() ?? [])].sort()).toEqual(shown.sort());
        for (const price of prices[kind]?.values() ?? []) expect(Number.isFinite(price)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('two profiles of other hubs are no pair: without own ones nothing has a price but 0', async () => {
  const foreign = [
    { foreign: true, shown: true, sectors: ['irrigation'] },
    { foreign: true, shown: true, sectors: ['gaming'] },
  ];
  const of = async (startup: Drawn[]) => {
    const index = await indexOf({ startup, investor: foreign });
    const { investor } = priceMarket(index, marketOf(index, pairing), isOther);
    return new Set(investor?.values());
  };
  expect(await of(foreign)).toEqual(new Set([0]));
  const own = { foreign: false, shown: true, sectors: ['irrigation'] };
  expect((await of([own, own])).size).toBe(2);
});
