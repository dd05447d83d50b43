import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, profile } from '../../test/arbitraries.ts';
import { DAY, normalised } from '../../test/profiles.ts';
import { hashEmbedder } from '../engine/conformance/index.ts';
import { gate, passes } from '../engine/gate.ts';
import { costOfLimits } from '../engine/limits.ts';
import { marksOf, marksSought } from '../engine/marks.ts';
import { createMatcher } from '../engine/matcher.ts';
import type { Change, Pair } from '../engine/pairing.ts';
import { weighed } from '../engine/pairing.ts';
import { measureSignals, scoreOf } from '../engine/score.ts';
import { SEES_ALL } from '../engine/visibility.ts';
import { whyNot } from '../engine/why-not.ts';
import { LOCALES } from '../facets/index.ts';
import { KIND_NAMES, KINDS, type Kind } from '../kinds/index.ts';
import { renderMessage } from '../strings/index.ts';
import { PAIRINGS, pairingName, pairingOf, soughtBy } from './index.ts';

const embedder = hashEmbedder();
const active = (kind: Kind) => profile(kind).map((value) => ({ ...value, status: 'active' }));

/** What an owner writes where only the owner can say it. */
const FILL: Readonly<Record<string, unknown>> = { '/sectors': ['telecom'], '/excludedSectors': ['hydrogen'] };

function changed(wire: Record<string, unknown>, side: Kind, changes: readonly Change[]): Record<string, unknown> {
  const copy = structuredClone(wire);
  for (const { path, to } of changes.filter((change) => change.side === side)) {
    const keys = path.slice(1).split('/');
    const last = keys.pop() as string;
    const parent = keys.reduce((value, key) => value[key] as Record<string, unknown>, copy);
    parent[last] = to ?? FILL[path];
  }
  return copy;
}

test('each pair of kinds is paired once, whichever of the two asks, and seeks the other', () => {
  expect(new Set(PAIRINGS.map(({ sides }) => [...sides].sort().join())).size).toBe(PAIRINGS.length);
  for (const pairing of PAIRINGS) {
    const [a, b] = pairing.sides;
    expect(pairingOf(b, a)).toBe(pairing);
    expect([soughtBy(a).includes(b), soughtBy(b).includes(a)]).toEqual([true, true]);
  }
  expect(soughtBy('startup')[0]).toBe('investor');
});

test('a profile keeps out who states nothing but a text by few facets, which a search by visitors has to know', () => {
  // As `search/service.ts` of the API reads them: whoever hides one is not found. `countries` go with the licence.
  const keepOut = ['excludedSectors', 'inferredExclusions', 'calls', 'neededBy', 'validUntil', 'licenceType'];
  const known = [...keepOut, 'availableUntil', 'jurisdictions', 'countries', 'dryPowder', 'ticket'];
  const found = new Set<string>();
  for (const kind of KIND_NAMES) {
    const pairing = PAIRINGS.find(({ sides }) => sides.includes(kind))!;
    const asker = pairing.sides.find((side) => side !== kind)!;
    const silent = normalised(asker, { name: 'x', [KINDS[asker].text]: 'Kredi skorlaması yapıyoruz.' });
    fc.assert(
      fc.property(active(kind), (wire) => {
        const { gates } = whyNot(pairing, silent, normalised(kind, wire), SEES_ALL, DAY);
        for (const { outcome, values } of gates)
          if (outcome === 'fail') for (const facet of Object.keys(values[kind] ?? {})) found.add(facet);
      }),
      { numRuns: 500 },
    );
  }
  expect([...found].filter((facet) => !known.includes(facet))).toEqual([]);
});

describe.each(PAIRINGS.map((pairing) => [pairingName(pairing), pairing] as const))('%s', (_, pairing) => {
  const [left, right] = pairing.sides;
  const pairs = fc.tuple(active(left), active(right));
  const sides = fc.boolean().map((turned): [Kind, Kind] => (turned ? [right, left] : [left, right]));
  const pairOf = (a: object, b: object): Pair => ({ [left]: normalised(left, a), [right]: normalised(right, b) });

  test('weighs the text and each of its signals, for both sides, with the sum 1', () => {
    const names = ['semantic', ...pairing.signals.map(({ name }) => name)].sort();
    for (const side of pairing.sides) {
      expect([...weighed(pairing.weights[side])].sort()).toEqual(names);
      expect(Object.values(pairing.weights[side]).reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
    }
  });

  test('has signals and a score within their ranges, and sentences in nine languages for all that it says', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: -1, max: 1, noNaN: true }), ([a, b], cosine) => {
        const pair = pairOf(a, b);
        const signals = measureSignals(pairing, pair, cosine);
        for (const { value } of signals) if (value !== null) expect(value).toSatisfy((v: number) => v >= 0 && v <= 1);
        expect(scoreOf(signals)).toSatisfy((score: number) => score >= 0 && score <= 100);
        const { gates, repairs } = whyNot(pairing, pair[left]!, pair[right]!);
        const said = [
          ...signals.flatMap(({ reason, caution }) => [reason, caution]),
          ...gates.map(({ message }) => message),
          ...repairs.flatMap(({ alternatives }) => alternatives.flat().map(({ message }) => message)),
        ].filter((message) => message !== undefined);
        for (const { key, evidence } of said)
          for (const locale of LOCALES) expect(renderMessage(key, evidence, locale)).not.toMatch(/undefined|[{}]/);
      }),
    );
  });

  test('is passed over in an index exactly where standing or a gate of codes keeps out', () => {
    const coded = ['status', 'consent', ...pairing.gates.filter(({ codes }) => codes).map(({ name }) => name)];
    fc.assert(
      fc.property(pairs, sides, ([a, b], [asker, other]) => {
        const pair = pairOf(a, b);
        const marks = marksOf(pair[other]!);
        const passed = marksSought(pairing, pair[asker]!).every((group) => group.some((mark) => marks.includes(mark)));
        const { gates, eligible } = gate(pairing, pair, pair[other]!, DAY);
        expect(passed).toBe(gates.every((result) => !coded.includes(result.gate) || result.outcome !== 'fail'));
        expect(passes(pairing, pair, pair[other]!, DAY)).toBe(eligible);
      }),
      { numRuns: 500 },
    );
  });

  test('names changes that make a pair eligible, by any way through each gate', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const ask = (changes: readonly Change[]) => {
          const pair = pairOf(changed(a, left, changes), changed(b, right, changes));
          return whyNot(pairing, pair[left]!, pair[right]!);
        };
        const { repairs, changes, eligible } = ask([]);
        expect(eligible).toBe(repairs.length === 0);
        // A fact, such as a language that somebody does not speak, is nobody's to change.
        if (repairs.some(({ alternatives }) => alternatives.length === 0)) return;
        expect(eligible).toBe(changes.length === 0);
        const first = repairs.map(({ alternatives }) => alternatives[0]!);
        repairs.forEach(({ alternatives }, i) => {
          for (const way of alternatives) expect(ask(first.with(i, way).flat()).eligible).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('counts by each limit whom the gates let in without it', () => {
    fc.assert(
      fc.property(fc.array(active(right), { maxLength: 6 }), active(left), (others, own) => {
        const subject = normalised(left, own);
        const candidates = others.map((other, i) => normalised(right, other, `c-${i}`));
        const open = (one: typeof subject) =>
          candidates.filter((other) => passes(pairing, { [left]: one, [right]: other }, other, DAY)).length;
        const { eligible, limits } = costOfLimits(pairing, subject, candidates);
        expect(eligible).toBe(open(subject));
        for (const { gate: name, path, blocks } of limits) {
          const lifted = pairing.limits[left].find((limit) => limit.path === path && limit.gate === name);
          expect(eligible + blocks).toBe(open(lifted?.lift(subject) as typeof subject));
        }
      }),
    );
  });

  test('tells an owner nothing that follows from a hidden field of the other side', async () => {
    const situation = sides.chain(([side, there]) => {
      const fields = Object.keys(FIELDS[there]);
      return fc
        .record({
          own: active(side),
          theirs: active(there),
          hidden: fc.constantFrom(...fields),
          also: fc.subarray(fields),
        })
        .chain((drawn) => {
          const value = FIELDS[there][drawn.hidden] as fc.Arbitrary<unknown>;
          const isText = drawn.hidden === KINDS[there].text;
          return (isText ? value : fc.option(value, { nil: undefined })).map((to) => ({ side, there, ...drawn, to }));
        });
    });
    await fc.assert(
      fc.asyncProperty(situation, async ({ side, there, own, theirs, hidden, also, to }) => {
        const told = async (other: object) => {
          const matcher = createMatcher({ embedder });
          await matcher.add(side, 'own', own);
          await matcher.add(there, 'theirs', other);
          const viewer = { side };
          const subject = { kind: side, id: 'own' };
          const { matches } = await matcher.match(subject, { kind: there, viewer });
          const why = await matcher.whyNot(subject, { kind: there, id: 'theirs' }, viewer);
          const named = why.gates.filter((result) => result.gate !== 'eligibility');
          return {
            eligible: why.eligible,
            why: { named, repairs: why.repairs },
            match: matches.map(({ score: _, ...match }) => match),
          };
        };
        const before = { ...theirs, private: [...new Set([hidden, ...also])] };
        const { [hidden]: _, ...rest } = before as Record<string, unknown>;
        const [a, b] = [await told(before), await told(to === undefined ? rest : { ...rest, [hidden]: to })];
        expect(b.why).toEqual(a.why);
        if (a.eligible === b.eligible) expect(b.match).toEqual(a.match);
      }),
      { numRuns: 200 },
    );
  });
});
