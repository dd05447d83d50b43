import type { LineFacet, TestFacet } from '../../engine/normalise.ts';
import type { Gate, Message, Signal } from '../../engine/pairing.ts';
import type { ScopeLine } from '../../facets/index.ts';
import type { Kind } from '../../kinds/index.ts';
import { coversStandard } from '../../measures/standards.ts';
import { excessOf, reachOf } from '../../measures/units.ts';
import { fail, PASS, type PairOf, UNKNOWN } from '../verdict.ts';
import { ASKS, type Ask, narrow, STATED } from './narrow.ts';

/** A kind of which a profile may state a test that it needs. */
export type Tested = Exclude<Kind, 'lab'>;

const least = <T>(all: readonly T[], of: (one: T) => number): T =>
  all.reduce((best, one) => (of(one) < of(best) ? one : best));

/** Why none of the lines that were asked will do: the nearest of them, the two values and the margin. */
const SAYS: { readonly [A in Ask]: (test: TestFacet, lines: readonly LineFacet[], side: Tested) => Message } = {
  item: ({ item = '' }, lines, side) => ({
    key: 'pair.outside',
    evidence: {
      facet: 'item',
      sides: [side, 'lab'],
      code: item,
      codes: unique(lines.flatMap((line) => line.item ?? [])),
    },
  }),
  standard({ standards = [], written = [] }, lines) {
    const lacking = ({ standards: given = [] }: LineFacet) =>
      written.filter((_, i) => !given.some((other) => coversStandard(other, standards[i] as string)));
    return {
      key: 'pair.lacks',
      evidence: { side: 'lab', facet: 'standard', codes: lacking(least(lines, (line) => lacking(line).length)) },
    };
  },
  range({ range: wanted }, lines, side) {
    const reaches = lines.flatMap(({ range }) => (wanted && range && reachOf(wanted, range)) ?? []);
    const { given, beyond } = least(reaches, (reach) => reach.beyond);
    return {
      key: 'pair.range_outside',
      evidence: { sides: [side, 'lab'], wanted: wanted!, given, margin: { value: beyond, unit: given.unit } },
    };
  },
  uncertainty({ uncertainty: wanted }, lines, side) {
    const found = lines.flatMap(({ uncertainty }) => (wanted && uncertainty && excessOf(wanted, uncertainty)) ?? []);
    const { given, excess } = least(found, (one) => one.excess);
    return {
      key: 'pair.too_uncertain',
      evidence: { sides: [side, 'lab'], wanted: wanted!, given, margin: { value: excess, unit: given.unit } },
    };
  },
};

const unique = (codes: readonly string[]): string[] => [...new Set(codes)];

/** Of a test the parts that are met, as a sentence tells them. */
const told = ({ item, written, range, uncertainty }: TestFacet, met: readonly Ask[]): ScopeLine => ({
  ...(met.includes('item') && { item }),
  ...(met.includes('standard') && { standards: written }),
  ...(met.includes('range') && { range }),
  ...(met.includes('uncertainty') && { uncertainty }),
});

/** One gate for each thing that a test asks. What a test asks and a laboratory does are facts: nobody is told to alter them. */
export const scopeGates = <K extends Tested>(side: K): readonly Gate<PairOf<K, 'lab'>>[] =>
  ASKS.map((name) => ({
    name,
    check(pair) {
      const { test } = pair[side].facets;
      const { scope } = pair.lab.facets;
      if (!test || !scope) return UNKNOWN;
      const { fit, asked } = narrow(test, scope).find(({ ask }) => ask === name)!;
      return fit === 'pass' ? PASS : fit === 'unknown' ? UNKNOWN : fail(SAYS[name](test, asked, side));
    },
    repairs: () => [],
  }));

/** Of what a test asks, the share that the scope answers in so many words. */
export const scopeSignal = <K extends Tested>(side: K): Signal<PairOf<K, 'lab'>> => ({
  name: 'scope',
  measure(pair) {
    const { test } = pair[side].facets;
    const { scope } = pair.lab.facets;
    if (!test) return { value: null };
    if (!scope) return { value: null, caution: { key: 'pair.unknown', evidence: { side: 'lab', facet: 'scope' } } };
    const steps = narrow(test, scope);
    const asked = ASKS.filter((ask) => STATED[ask](test) !== undefined);
    const passed = asked.filter((ask) => steps.find((step) => step.ask === ask)?.fit === 'pass');
    if (asked.length === 0) return { value: null };
    const open = asked.find((ask) => !passed.includes(ask));
    return {
      value: passed.length / asked.length,
      ...(passed.length > 0 && { reason: { key: 'pair.covers', evidence: { side: 'lab', test: told(test, passed) } } }),
      ...(open && { caution: { key: 'pair.unknown', evidence: { side: 'lab', facet: open } } }),
    } as const;
  },
});
