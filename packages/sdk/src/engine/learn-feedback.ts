import type { Kind } from '../kinds/index.ts';
import type { Choice, Option } from './learn-choice.ts';
import { type SideWeights, type SignalName, weighed } from './pairing.ts';
import { LEARNING, NEUTRAL } from './weights.ts';

/**
 * What a member did with a match that was shown, the furthest that it went: nothing (`seen`), put
 * aside (`passed`), or one of six steps of rising interest; `agreed` says that the two came to terms, of whatever
 * kind: a licence, a certificate, a contract. How much each counts stands in `LEARNING.strengths`.
 */
export const ANSWERS = ['seen', 'passed', 'saved', 'requested', 'accepted', 'met', 'agreed', 'invested'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a match was passed over, and the signal that the reason speaks of; `other` speaks of none. */
export const PASS_REASONS = {
  wrong_topic: 'semantic',
  wrong_sector: 'sector',
  wrong_stage: 'stage',
  ticket: 'ticket',
  too_far: 'country',
  wrong_market: 'corridor',
  language: 'language',
  other: null,
} as const satisfies Readonly<Record<string, SignalName | null>>;
export type PassReason = keyof typeof PASS_REASONS;

/** One match of a list, as it was shown. */
export interface ShownMatch {
  /** Place in the list, counted from 1. */
  readonly rank: number;
  /** The signals of the match when it was shown. One that is not given counts as not stated. */
  readonly signals: readonly { readonly name: SignalName; readonly value: number | null }[];
  readonly answer: Answer;
  /** Only with `passed`. */
  readonly reason?: PassReason;
}

/** One list that a member saw, with the answers to it. A match that was not shown is not in it. */
export interface AnsweredList {
  /** Kind of the profile that the list was for: the side whose weights its answers teach. */
  readonly side: Kind;
  readonly shown: readonly ShownMatch[];
}

/** The choices of one side: which match was chosen, which was passed over, which lack was named. */
export interface Choices {
  readonly chosen: readonly Choice[];
  readonly passed: readonly Choice[];
  readonly reason: readonly Choice[];
}

/**
 * The choices in the answers to lists of one side.
 *
 * Every match enters the options with the probability that it was looked at, rank^−examination: a
 * match far down that nobody chose says little. An interest is a choice for high utility, a pass a
 * choice for low utility, and a reason a choice among the signals by what each lacks: with the
 * defaults a signal is named in proportion to weight · (1 − value), the utility that it costs.
 *
 * @throws {RangeError} on a rank below 1.
 */
export function choicesOf(lists: readonly AnsweredList[], defaults: SideWeights, examination: number): Choices {
  const chosen: Choice[] = [];
  const passed: Choice[] = [];
  const reason: Choice[] = [];
  const names = weighed(defaults);
  for (const { shown } of lists) {
    const rows = shown.map((match) => ({ ...match, values: valuesOf(match, names) }));
    const options = (sign: 1 | -1): Option[] =>
      rows.map(({ rank, values }) => ({
        features: values.map((value) => sign * value),
        constant: 0,
        offset: -examination * Math.log(checked(rank)),
      }));
    const best = options(1);
    const worst = options(-1);
    for (const [index, { answer, reason: why, values }] of rows.entries()) {
      const mass = LEARNING.strengths[answer];
      if (mass === 0) continue;
      if (answer !== 'passed') {
        chosen.push({ options: best, chosen: index, mass });
        continue;
      }
      passed.push({ options: worst, chosen: index, mass });
      const named = why && PASS_REASONS[why];
      const lack = named && lackOf(named, values, defaults);
      if (lack) reason.push({ ...lack, mass });
    }
  }
  return { chosen, passed, reason };
}

const valuesOf = ({ signals }: ShownMatch, names: readonly SignalName[]): number[] => {
  const values = new Map(signals.map(({ name, value }) => [name, value]));
  return names.map((name) => values.get(name) ?? NEUTRAL);
};

function checked(rank: number): number {
  if (!(rank >= 1)) throw new RangeError(`a rank is counted from 1, not ${rank}`);
  return rank;
}

/** The choice among the signals that lack something; `undefined` when the named one lacks nothing. */
function lackOf(named: SignalName, values: readonly number[], defaults: SideWeights): Omit<Choice, 'mass'> | undefined {
  const names = weighed(defaults);
  const lacking = names.flatMap((name, k) => {
    const cost = (defaults[name] as number) * (1 - (values[k] as number));
    return cost > 0 ? [{ name, k, offset: Math.log(cost) }] : [];
  });
  const chosen = lacking.findIndex(({ name }) => name === named);
  if (chosen === -1) return undefined;
  const options = lacking.map(({ name, k, offset }) => ({
    features: names.map((_, l) => (l === k ? 1 : 0)),
    constant: -(defaults[name] as number),
    offset,
  }));
  return { options, chosen };
}
