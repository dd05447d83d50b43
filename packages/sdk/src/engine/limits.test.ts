import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, profile } from '../../test/arbitraries.ts';
import { INVESTOR, normal, normalised, STARTUP } from '../../test/profiles.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { hashEmbedder } from './conformance/index.ts';
import { embedProfiles } from './embed.ts';
import { costOfLimits } from './limits.ts';
import { createMatchIndex } from './match.ts';
import type { NormalProfile } from './normalise.ts';
import type { Pairing } from './pairing.ts';
import type { Viewer } from './visibility.ts';
import { POOL } from './weights.ts';

/** Each pairing is tried in `pairings/pairings.test.ts`; here are the cases of one. */
type Kind = 'startup' | 'investor';

const pairing = startupInvestor as unknown as Pairing;
const embedder = hashEmbedder();
const other = (kind: Kind): Kind => (kind === 'startup' ? 'investor' : 'startup');

/** The profile of the wire without a limit, as its owner would write it. */
function lifted(wire: Record<string, unknown>, path: string): Record<string, unknown> {
  // A limit that is lifted by a yes.
  if (path === '/allowsCompetitors') return { ...wire, allowsCompetitors: true };
  const [field = '', part] = path.slice(1).split('/');
  const { [field]: value, ...rest } = wire;
  if (part === undefined || part === 'amount') return rest;
  const { [part]: _, ...kept } = value as Record<string, unknown>;
  return part !== 'instrument' && kept.min === undefined && kept.max === undefined ? rest : { ...rest, [field]: kept };
}

/** How many matches a list holds. */
async function listed(subject: NormalProfile, candidates: readonly NormalProfile[]): Promise<number> {
  const index = createMatchIndex(embedder);
  for (const entry of await embedProfiles(candidates, embedder)) index.set(entry);
  const [own] = await embedProfiles([subject], embedder);
  return index.match(own!, { limit: POOL }).matches.length;
}

const hidden = (kind: Kind) => fc.subarray(Object.keys(FIELDS[kind]));
const situation = fc.constantFrom<Kind>('startup', 'investor').chain((side) =>
  fc.record({
    side: fc.constant(side),
    own: profile(side),
    others: fc.array(fc.tuple(profile(other(side)), hidden(other(side))), { maxLength: 12 }),
  }),
);

const candidatesOf = (side: Kind, others: readonly [Record<string, unknown>, readonly string[]][], shy: boolean) =>
  others.map(([wire, fields], i) => normalised(other(side), { ...wire, ...(shy && { private: fields }) }, `c-${i}`));

describe('the cost of a limit', () => {
  test('is by how much the list grows when it is lifted', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ side, own, others }) => {
        const subject = normalised(side, own);
        const candidates = candidatesOf(side, others, false);
        const { eligible, limits } = costOfLimits(pairing, subject, candidates);
        expect(eligible).toBe(await listed(subject, candidates));
        for (const { path, blocks } of limits) {
          // Without its amount a round has no instrument on the wire either, which is another limit.
          if (path === '/raise/amount' && subject.facets.instrument) continue;
          const open = normalised(side, lifted(own, path));
          expect([path, eligible + blocks]).toEqual([path, await listed(open, candidates)]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is told of every limit that is stated, and of no other', () => {
    const paths = (subject: NormalProfile) => costOfLimits(pairing, subject, []).limits.map(({ path }) => path);
    expect(paths(normal('startup'))).toEqual(['/raise/amount', '/raise/instrument']);
    expect(paths(normal('startup', { raise: undefined }))).toEqual([]);
    expect(paths(normal('investor'))).toEqual([
      '/excludedSectors',
      '/stages',
      '/countries',
      '/ticket/min',
      '/ticket/max',
      '/instruments',
    ]);
    expect(paths(normalised('investor', { name: 'A', thesis: 'A' }))).toEqual([]);
  });

  test('counts no candidate that two limits keep out, and none that may not be shown', () => {
    const candidates = [
      normal('startup', { stage: 'growth' }, 'late'),
      normal('startup', { stage: 'growth', country: 'HU' }, 'late and far'),
      normal('startup', { stage: 'growth', status: 'paused' }, 'paused'),
      normal('startup', { country: 'HU' }, 'far'),
      normal('startup', {}, 'fits'),
    ];
    const { eligible, limits } = costOfLimits(pairing, normal('investor'), candidates);
    expect(eligible).toBe(1);
    expect(limits.filter(({ blocks }) => blocks > 0)).toEqual([
      { gate: 'stage', path: '/stages', blocks: 1 },
      { gate: 'country', path: '/countries', blocks: 1 },
    ]);
  });

  test('lifts exclusions in words as well', () => {
    const investor = normalised('investor', { ...INVESTOR, excludedSectors: ['zqx qurğu'] });
    const { eligible, limits } = costOfLimits(pairing, investor, [normal('startup')]);
    expect([eligible, limits[0]]).toEqual([0, { gate: 'exclusion', path: '/excludedSectors', blocks: 1 }]);
  });
});

describe('what an owner is told', () => {
  const asOwner = (side: Kind) => (): Viewer => ({ side });

  test('counts nobody by a field that is hidden, and is never more than there is', () => {
    fc.assert(
      fc.property(situation, ({ side, own, others }) => {
        const subject = normalised(side, own);
        const candidates = candidatesOf(side, others, true);
        const told = costOfLimits(pairing, subject, candidates, asOwner(side));
        const all = costOfLimits(pairing, subject, candidates);
        expect(told.eligible).toBe(all.eligible);
        for (const [i, { blocks }] of told.limits.entries()) expect(blocks).toBeLessThanOrEqual(all.limits[i]!.blocks);
        const shy = candidates.map((candidate) => ({ ...candidate, private: Object.keys(FIELDS[candidate.kind]) }));
        const nothing = costOfLimits(pairing, subject, shy, asOwner(side)).limits;
        expect(nothing.every(({ blocks }) => blocks === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves out a fund whose hidden ticket is too large, and counts the one that shows it', () => {
    const ticket = { min: 900_000, currency: 'USD' };
    const funds = [normal('investor', { ticket, private: ['ticket'] }, 'shy'), normal('investor', { ticket }, 'open')];
    const cost = (viewer?: () => Viewer) => costOfLimits(pairing, normal('startup', STARTUP), funds, viewer).limits[0];
    expect(cost(asOwner('startup'))).toEqual({ gate: 'ticket', path: '/raise/amount', blocks: 1 });
    expect(cost()).toMatchObject({ blocks: 2 });
  });
});
