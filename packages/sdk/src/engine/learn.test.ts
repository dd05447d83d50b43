import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { learnWeights, weightRange } from './learn.ts';
import { ANSWERS, type AnsweredList, PASS_REASONS, type PassReason, type ShownMatch } from './learn-feedback.ts';
import { type SignalName, weighed } from './pairing.ts';
import { LEARNING } from './weights.ts';

const defaults = startupInvestor.weights;
const SIGNALS = weighed(defaults.startup);
const STEP = 1e-4;

const signalsOf = (values: Partial<Record<SignalName, number | null>>) =>
  SIGNALS.map((name) => ({ name, value: values[name] ?? null }));

const anyMatch = fc.record({
  values: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: SIGNALS.length,
    maxLength: SIGNALS.length,
  }),
  answer: fc.constantFrom(...ANSWERS),
  reason: fc.constantFrom(...(Object.keys(PASS_REASONS) as PassReason[])),
});
const anyFeedback = fc.array(
  fc.record({
    side: fc.constantFrom('startup' as const, 'investor' as const),
    shown: fc.array(anyMatch, { minLength: 1, maxLength: 6 }).map((matches) =>
      matches.map(
        ({ values, answer, reason }, i): ShownMatch => ({
          rank: i + 1,
          signals: SIGNALS.map((name, k) => ({ name, value: values[k] ?? null })),
          answer,
          ...(answer === 'passed' && { reason }),
        }),
      ),
    ),
  }),
  { maxLength: 12 },
);

/** A list of two, alike but for one signal, of which the one that has it was chosen. */
const chosenFor = (name: SignalName, ranks: readonly [number, number] = [1, 2]): AnsweredList => ({
  side: 'startup',
  shown: [
    { rank: ranks[0], signals: signalsOf({ [name]: 1 }), answer: 'saved' },
    { rank: ranks[1], signals: signalsOf({ [name]: 0 }), answer: 'seen' },
  ],
});
const times = <T>(n: number, value: T): T[] => new Array<T>(n).fill(value);
const startupOf = (feedback: readonly AnsweredList[]) => learnWeights({ defaults, feedback }).weights.startup;

describe('without an answer', () => {
  test('the weights are the defaults exactly, and nothing has shifted', () => {
    const seen = { side: 'startup', shown: [{ rank: 1, signals: signalsOf({ sector: 1 }), answer: 'seen' }] } as const;
    for (const feedback of [[], [seen]]) {
      const { weights, evidence } = learnWeights({ defaults, feedback });
      expect(weights).toEqual(defaults);
      expect(evidence.startup).toMatchObject({ answers: 0, sharpness: { chosen: LEARNING.sharpness } });
      expect(evidence.startup.signals.sector).toMatchObject({ answers: 0, shift: 0, frozen: false });
      expect(evidence.startup.signals.sector.standardError).toBeGreaterThan(0);
    }
  });

  test('a list of one match teaches nothing, since there was nothing to choose from', () => {
    const alone: AnsweredList = {
      side: 'startup',
      shown: [{ rank: 1, signals: signalsOf({ sector: 1 }), answer: 'invested' }],
    };
    expect(startupOf(times(50, alone))).toEqual(defaults.startup);
  });
});

describe('with any answers', () => {
  test('the weights of a side sum to 1, lie within their ranges, and moved no farther than so many answers may', () => {
    fc.assert(
      fc.property(anyFeedback, (feedback) => {
        const { weights } = learnWeights({ defaults, feedback });
        for (const side of ['startup', 'investor'] as const) {
          const answers = feedback.filter((list) => list.side === side).flatMap(({ shown }) => shown);
          const mass = answers.reduce((sum, { answer }) => sum + LEARNING.strengths[answer], 0);
          const reach = mass / (mass + LEARNING.priorAnswers);
          expect(SIGNALS.reduce((sum, name) => sum + weights[side][name], 0)).toBeCloseTo(1, 12);
          for (const name of SIGNALS) {
            const fallback = defaults[side][name];
            const { least, most } = weightRange(fallback);
            expect(weights[side][name]).toBeGreaterThanOrEqual(fallback - reach * (fallback - least) - STEP);
            expect(weights[side][name]).toBeLessThanOrEqual(fallback + reach * (most - fallback) + STEP);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the result is the same whatever the order of the lists', () => {
    fc.assert(
      fc.property(anyFeedback, (feedback) => {
        const there = learnWeights({ defaults, feedback }).weights;
        const back = learnWeights({ defaults, feedback: feedback.toReversed() }).weights;
        for (const name of SIGNALS) expect(Math.abs(back.startup[name] - there.startup[name])).toBeLessThan(5 * STEP);
      }),
      { numRuns: 30 },
    );
  });

  test('answers of one side leave the weights of the other as they were', () => {
    expect(learnWeights({ defaults, feedback: times(50, chosenFor('sector')) }).weights.investor).toEqual(
      defaults.investor,
    );
  });
});

describe('what is learned', () => {
  test.each(SIGNALS)('a signal that decides the answers gains weight, and the more the more answers: %s', (name) => {
    const after = [0, 3, 30, 300].map((n) => startupOf(times(n, chosenFor(name)))[name]);
    expect(after).toEqual(after.toSorted((a, b) => a - b));
    expect(new Set(after).size).toBe(4);
  });

  test('the standard error falls with answers, and the evidence counts those that spoke of the signal', () => {
    const few = learnWeights({ defaults, feedback: times(3, chosenFor('sector')) }).evidence.startup;
    const many = learnWeights({ defaults, feedback: times(100, chosenFor('sector')) }).evidence.startup;
    expect(many.signals.sector.answers).toBe(100);
    expect(many.signals.stage.answers).toBe(0);
    expect(many.signals.sector.standardError).toBeLessThan(few.signals.sector.standardError);
  });

  test('a choice against the order of the list says more than one that the order explains', () => {
    const below = startupOf(times(10, chosenFor('ticket', [2, 1])));
    const above = startupOf(times(10, chosenFor('ticket', [1, 2])));
    expect(below.ticket).toBeGreaterThan(above.ticket);
  });

  test('a pass lowers what the match had, and its reason raises the signal that it names', () => {
    const passed = (reason?: PassReason): AnsweredList => ({
      side: 'startup',
      shown: [
        { rank: 1, signals: signalsOf({ ticket: 1, language: 0 }), answer: 'passed', ...(reason && { reason }) },
        { rank: 2, signals: signalsOf({ ticket: 0, language: 0 }), answer: 'seen' },
      ],
    });
    const plain = startupOf(times(20, passed()));
    expect(plain.ticket).toBeLessThan(defaults.startup.ticket);
    expect(startupOf(times(20, passed('language'))).language).toBeGreaterThan(plain.language);
    expect(startupOf(times(20, passed('other')))).toEqual(plain);
  });

  test('an answer that went further counts more', () => {
    const went = (answer: 'saved' | 'invested') =>
      startupOf(
        times(5, {
          ...chosenFor('stage'),
          shown: chosenFor('stage').shown.with(0, {
            ...(chosenFor('stage').shown[0] as ShownMatch),
            answer,
          }),
        }),
      ).stage;
    expect(went('invested')).toBeGreaterThan(went('saved'));
    const strengths = ['seen', 'saved', 'requested', 'accepted', 'met', 'agreed', 'invested'] as const;
    const ordered = strengths.map((answer) => LEARNING.strengths[answer]);
    expect(ordered).toEqual([...new Set(ordered)].toSorted((a, b) => a - b));
  });
});

describe('frozen weights', () => {
  test('stay as the hub set them, and the others share the rest', () => {
    const frozen = { startup: { ticket: 0.2 } };
    for (const feedback of [[], times(200, chosenFor('ticket')), times(200, chosenFor('sector'))]) {
      const { weights, evidence } = learnWeights({ defaults, feedback, frozen });
      expect(weights.startup.ticket).toBeCloseTo(0.2, 12);
      expect(SIGNALS.reduce((sum, name) => sum + weights.startup[name], 0)).toBeCloseTo(1, 12);
      expect(evidence.startup.signals.ticket).toMatchObject({ frozen: true, standardError: 0 });
    }
    expect(learnWeights({ defaults, feedback: [], frozen: { startup: defaults.startup } }).weights).toEqual(defaults);
  });

  test('outside their range, or leaving no way to the sum 1, are refused', () => {
    const { least, most } = weightRange(defaults.startup.ticket);
    expect(() => learnWeights({ defaults, feedback: [], frozen: { startup: { ticket: 0.9 } } })).toThrow(
      `the weight of ticket lies between ${least} and ${most}, not at 0.9`,
    );
    const all = { ...defaults.startup, ticket: most };
    expect(() => learnWeights({ defaults, feedback: [], frozen: { startup: all } })).toThrow('cannot sum to 1');
  });

  test('a rank below 1 is refused', () => {
    expect(() => startupOf([chosenFor('sector', [0, 1])])).toThrow('a rank is counted from 1, not 0');
  });
});
