import type { LineFacet, TestFacet } from '../../engine/normalise.ts';
import type { TestItemCode } from '../../facets/index.ts';
import { TEST_ITEMS } from '../../facets/index.ts';
import { coversStandard } from '../../measures/standards.ts';
import { excessOf, reachOf } from '../../measures/units.ts';

/** How a line of a scope answers what a test asks. `other`: it speaks of something that does not compare. */
type Fit = 'pass' | 'unknown' | 'fail' | 'other';

/** What a test asks, in the order in which the lines of a scope are narrowed: a line has to answer all. */
export const ASKS = ['item', 'standard', 'range', 'uncertainty'] as const;
export type Ask = (typeof ASKS)[number];

const isCode = (item: string): item is TestItemCode => (TEST_ITEMS as readonly string[]).includes(item);

const FITS: { readonly [A in Ask]: (wanted: TestFacet, line: LineFacet) => Fit } = {
  item({ item: wanted }, { item: given }) {
    if (wanted === undefined || given === undefined) return 'unknown';
    if (wanted.toLowerCase() === given.toLowerCase()) return 'pass';
    // What has no code may be the same in other words.
    return isCode(wanted) && isCode(given) ? 'fail' : 'unknown';
  },
  standard({ standards: wanted }, { standards: given }) {
    if (!wanted || !given) return 'unknown';
    return wanted.every((one) => given.some((other) => coversStandard(other, one))) ? 'pass' : 'fail';
  },
  range({ range: wanted }, { range: given }) {
    if (!wanted || !given) return 'unknown';
    const reach = reachOf(wanted, given);
    return reach ? (reach.beyond === 0 ? 'pass' : 'fail') : 'other';
  },
  uncertainty({ uncertainty: wanted }, { uncertainty: given }) {
    if (!wanted || !given) return 'unknown';
    const found = excessOf(wanted, given);
    return found ? (found.excess === 0 ? 'pass' : 'fail') : 'other';
  },
};

/** Whether a test asks it. */
export const STATED: { readonly [A in Ask]: (test: TestFacet) => unknown } = {
  item: ({ item }) => item,
  standard: ({ standards }) => standards,
  range: ({ range }) => range,
  uncertainty: ({ uncertainty }) => uncertainty,
};

/** What was found at one step of narrowing. */
export interface Step {
  readonly ask: Ask;
  /** `unknown` where the test does not ask it, no line answers it, or an earlier step left no line. */
  readonly fit: 'pass' | 'unknown' | 'fail';
  /** The lines that were asked. */
  readonly asked: readonly LineFacet[];
}

/** The best of what lines answer, in this order: a line that passes makes those that say nothing superfluous. */
const ORDER: readonly Fit[] = ['pass', 'unknown', 'other'];

/**
 * Narrows the lines of a scope to those that may do a test, one thing asked after the other, so that one line
 * has to answer all. A line in a unit that does not compare counts only where there is no other.
 */
export function narrow(test: TestFacet, scope: readonly LineFacet[]): Step[] {
  let lines = scope;
  return ASKS.map((ask) => {
    const asked = lines;
    if (STATED[ask](test) === undefined || asked.length === 0) return { ask, fit: 'unknown', asked };
    const fits = asked.map((line) => FITS[ask](test, line));
    const comparable = fits.some((fit) => fit !== 'other');
    const best = ORDER.find((fit) => fits.includes(fit) && !(fit === 'other' && comparable));
    lines = best ? asked.filter((_, i) => fits[i] === best) : [];
    return { ask, fit: best === 'pass' ? 'pass' : best ? 'unknown' : 'fail', asked };
  });
}
