import type { Kind } from '../kinds/index.ts';
import { mayBeShown } from '../kinds/standing.ts';
import { type Day, today } from './day.ts';
import { type GateResult, gate, showGates } from './gate.ts';
import type { NormalProfile } from './normalise.ts';
import type { Change, Pair, Pairing, Repair } from './pairing.ts';
import { observe, type ReadFacets, SEES_ALL, type Viewer } from './visibility.ts';

/** What a viewer is told of one gate. */
export interface ToldGate extends GateResult {
  /** What the gate compared, by side, normalised and with amounts in US dollars too. Empty where a hidden field was asked for. */
  readonly values: ReadFacets;
}

/** The ways through one gate that failed. */
export interface GateRepairs {
  readonly gate: string;
  /** Each suffices. Those that the viewer can make alone come first. */
  readonly alternatives: readonly Repair[];
}

/** Why a pair is not eligible, and what would make it so. */
export interface WhyNot {
  readonly eligible: boolean;
  /** Every gate. For one viewer, a pair that fails only for reasons it may not see has one more: `eligibility`. */
  readonly gates: readonly ToldGate[];
  readonly repairs: readonly GateRepairs[];
  /**
   * The smallest set of changes: the first way through each gate that failed. To who sees all, it makes the
   * pair eligible, once a `to` of `null` is filled in so that the gate passes; to others, as far as they may be told.
   */
  readonly changes: readonly Change[];
}

/** The gate under which a viewer hears of a failure that it may not see, whichever gate it was. */
const UNNAMED: ToldGate = {
  gate: 'eligibility',
  outcome: 'fail',
  message: { key: 'gate.not_eligible', evidence: {} },
  values: {},
};

/**
 * Every gate of a pair, and what would have to change for the pair to be eligible, as far as the
 * viewer may be told.
 *
 * @param subject whose question it is; a viewer with a side is its owner.
 * @throws {RangeError} when the viewer's side is not the subject's.
 */
export function whyNot(
  pairing: Pairing,
  subject: NormalProfile,
  candidate: NormalProfile,
  viewer: Viewer = SEES_ALL,
  day: Day = today(),
): WhyNot {
  assertOwner(viewer, subject);
  const pair: Pair = { [subject.kind]: subject, [candidate.kind]: candidate };
  const { eligible } = gate(pairing, pair, candidate, day);
  // A profile that may not be shown is nobody's to ask about but the hub's.
  if (!('sees' in viewer) && !mayBeShown(candidate)) return { eligible, gates: [UNNAMED], repairs: [], changes: [] };

  const gates = tellGates(pairing, pair, candidate, eligible, viewer, day);
  const failed = gates.filter(({ outcome }) => outcome === 'fail').map((g) => g.gate);
  const repairs = [...showRepairs(candidate), ...pairRepairs(pairing, pair, subject.kind, viewer, day)].filter((r) =>
    failed.includes(r.gate),
  );
  return { eligible, gates, repairs, changes: repairs.flatMap(({ alternatives }) => alternatives[0] ?? []) };
}

/** @throws {RangeError} when the viewer is the owner of another kind of profile than the list or answer is for. */
export function assertOwner(viewer: Viewer, subject: NormalProfile): void {
  if ('side' in viewer && viewer.side !== subject.kind)
    throw new RangeError(`the answer is for the owner of the ${subject.kind}, not of the ${viewer.side}`);
}

/**
 * The gates as a viewer is told them. A gate that reads a hidden field is `unknown` whatever it says;
 * when no gate that may be told has failed and the pair is not eligible all the same, one without a
 * name says so. When one has, no more is said: that a hidden limit fails too is not the viewer's to know.
 */
function tellGates(
  pairing: Pairing,
  pair: Pair,
  candidate: NormalProfile,
  eligible: boolean,
  viewer: Viewer,
  day: Day,
): ToldGate[] {
  const told: ToldGate[] = [
    ...showGates(candidate).map((result) => ({ ...result, values: {} })),
    ...pairing.gates.flatMap(({ name, quiet, check }): ToldGate[] => {
      const seen = observe(pair, viewer, (seen) => check(seen, day));
      const result: ToldGate = seen.hidden
        ? { gate: name, outcome: 'unknown', values: {} }
        : { gate: name, ...seen.answer, values: seen.read };
      return quiet && result.outcome === 'unknown' ? [] : [result];
    }),
  ];
  return eligible || told.some(({ outcome }) => outcome === 'fail') ? told : [...told, UNNAMED];
}

function pairRepairs(pairing: Pairing, pair: Pair, asker: Kind, viewer: Viewer, day: Day): GateRepairs[] {
  const isOwn = (repair: Repair) => repair.every(({ side }) => side === asker);
  return pairing.gates.map(({ name, repairs }) => {
    const seen = observe(pair, viewer, (seen) => repairs(seen, day));
    const ways = seen.hidden ? [] : seen.answer;
    return { gate: name, alternatives: [...ways.filter(isOwn), ...ways.filter((way) => !isOwn(way))] };
  });
}

const showRepairs = ({ kind: side }: NormalProfile): GateRepairs[] => [
  showRepair('status', {
    side,
    path: '/status',
    to: 'active',
    message: { key: 'change.activate', evidence: { side } },
  }),
  showRepair('consent', {
    side,
    path: '/consent/matching',
    to: true,
    message: { key: 'change.consent', evidence: { side } },
  }),
];

const showRepair = (name: string, change: Change): GateRepairs => ({ gate: name, alternatives: [[change]] });
