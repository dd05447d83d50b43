/**
 * A simulated hub: members whose true weights differ from the defaults see lists, look at some
 * places of them, and answer. The signals are real ones; the answers are invented.
 *
 * @module
 */
import { type AnsweredList, type LearningConstants, learnWeights, scoreOf, utility } from '@kopru/sdk/engine';
import type { Signals, Subject } from './learn-pool.ts';
import { createRandom, normal, type Random } from './random.ts';

type Side = Subject['side'];
type SideWeights = Readonly<Record<Signals[number]['name'], number>>;
export type Weights = Readonly<Record<Side, SideWeights>>;

/** How the members of a hub answer. Chosen before anything was tuned, and no part of the engine. */
interface Behaviour {
  /** The place of rank r is looked at with probability r^−examination. */
  readonly examination: number;
  /** Of a match that is looked at and does not interest, the share that is passed over aloud. */
  readonly passes: number;
  /** Share of the passes that name a reason, and share of the reasons that are named at random. */
  readonly reasons: number;
  readonly confusion: number;
  /** Standard deviation of what a member likes in a match beyond its signals, in utility. */
  readonly taste: number;
  /** Least and greatest factor of the utility in the log-odds of interest; a hub has one between. */
  readonly sharpness: readonly [number, number];
}

export const BEHAVIOUR: Behaviour = {
  examination: 1,
  passes: 0.3,
  reasons: 0.7,
  confusion: 0.2,
  taste: 0.05,
  sharpness: [6, 18],
};

/** Length of the lists shown, as in the API, and of their part that regret is about. */
const SHOWN = 20;
const TOP = 10;
/** Subjects of each side whose lists tell the regret; they give no answers. */
const HELD_OUT = 30;

interface Hub {
  readonly pool: readonly Subject[];
  readonly defaults: Weights;
  readonly truth: Weights;
  readonly behaviour: Behaviour;
  readonly seed: number;
}

/**
 * Lets a hub answer and learn, and measures after each number of answers the regret: the share of
 * the true utility of the best ten that the ten shown first lack, over subjects that gave no answer.
 * The lists are always shown by what was learned at the step before.
 *
 * @param steps numbers of answers, rising; 0 measures the defaults.
 * @param constants of the learning; absent: nothing is learned.
 */
export function regretAfter(hub: Hub, steps: readonly number[], constants: Partial<LearningConstants>) {
  const { pool, defaults, truth, behaviour, seed } = hub;
  const random = createRandom(seed);
  const order = shuffle(pool, random);
  const heldOut = (['startup', 'investor'] as const).flatMap((side) =>
    order.filter((s) => s.side === side).slice(0, HELD_OUT),
  );
  const members = order.filter((subject) => !heldOut.includes(subject));
  const sharpness = behaviour.sharpness[0] + random() * (behaviour.sharpness[1] - behaviour.sharpness[0]);

  const feedback: AnsweredList[] = [];
  let weights: Weights = defaults;
  let ranking = createRanking(weights);
  let answers = 0;
  return steps.map((step) => {
    while (answers < step) {
      const subject = members[Math.floor(random() * members.length)] as Subject;
      const list = answer(subject, ranking(subject).slice(0, SHOWN), truth, behaviour, sharpness, random);
      feedback.push(list);
      answers += list.shown.filter((match) => match.answer !== 'seen').length;
    }
    weights = learnWeights({ defaults, feedback, constants }).weights;
    ranking = createRanking(weights);
    const regrets = heldOut.map((subject) => regretOf(subject, ranking(subject), truth));
    return { regret: mean(regrets), weights };
  });
}

/** The regret of lists by these weights, the same for any number of answers. */
export function regretOf(subject: Subject, shown: readonly Signals[], truth: Weights): number {
  const value = (signals: Signals) => scoreOf(weigh(signals, truth));
  const total = (list: readonly Signals[]) => list.slice(0, TOP).reduce((sum, signals) => sum + value(signals), 0);
  const best = subject.candidates.toSorted((a, b) => value(b) - value(a));
  return 1 - total(shown) / total(best);
}

/** Ranks the candidates of a subject by their score under the weights; remembers what it ranked. */
function createRanking(weights: Weights): (subject: Subject) => readonly Signals[] {
  const known = new Map<Subject, readonly Signals[]>();
  return (subject) => {
    let ranked = known.get(subject);
    if (!ranked) {
      ranked = subject.candidates
        .map((signals) => ({ signals, score: scoreOf(weigh(signals, weights)) }))
        .sort((a, b) => b.score - a.score || semantic(b.signals) - semantic(a.signals))
        .map(({ signals }) => signals);
      known.set(subject, ranked);
    }
    return ranked;
  };
}

/** One member goes down one list. Interest beyond saving comes step by step, the likelier the better the match. */
function answer(
  { side, candidates }: Subject,
  list: readonly Signals[],
  truth: Weights,
  behaviour: Behaviour,
  sharpness: number,
  random: Random,
): AnsweredList {
  const own = (signals: Signals) => utility(weigh(signals, truth), side);
  // Half of the members would want the fifth best of all that they could have.
  const bar = candidates.map(own).sort((a, b) => b - a)[4] as number;
  const shown = list.map((signals, i): AnsweredList['shown'][number] => {
    const match = { rank: i + 1, signals } as const;
    if (random() >= (i + 1) ** -behaviour.examination) return { ...match, answer: 'seen' };
    const interest = 1 / (1 + Math.exp(-sharpness * (own(signals) + behaviour.taste * normal(random) - bar)));
    if (random() < interest) return { ...match, answer: furthest(interest, random) };
    if (random() >= behaviour.passes) return { ...match, answer: 'seen' };
    if (random() >= behaviour.reasons) return { ...match, answer: 'passed' };
    return { ...match, answer: 'passed', reason: reasonFor(signals, truth[side], behaviour.confusion, random) };
  });
  return { side, shown };
}

const STEPS = ['saved', 'requested', 'accepted', 'met', 'invested'] as const;

function furthest(interest: number, random: Random): (typeof STEPS)[number] {
  let step = 0;
  while (step < STEPS.length - 1 && random() < interest / 2) step++;
  return STEPS[step] as (typeof STEPS)[number];
}

const REASON_OF = {
  semantic: 'wrong_topic',
  sector: 'wrong_sector',
  stage: 'wrong_stage',
  ticket: 'ticket',
  country: 'too_far',
  corridor: 'wrong_market',
  language: 'language',
} as const;

/** The lack that costs most is named most; a confused member names any. */
function reasonFor(signals: Signals, weights: SideWeights, confusion: number, random: Random) {
  const costs = signals.map(({ name, value }) => weights[name] * (1 - (value ?? 0.5)));
  const total = costs.reduce((a, b) => a + b, 0);
  let at = random() < confusion ? -1 : random() * total;
  const named =
    at < 0 || total === 0
      ? Math.floor(random() * signals.length)
      : costs.findIndex((cost) => {
          at -= cost;
          return at < 0;
        });
  const signal = signals[named];
  return signal ? REASON_OF[signal.name as keyof typeof REASON_OF] : 'other';
}

const weigh = (signals: Signals, { startup, investor }: Weights) =>
  signals.map(({ name, value }) => ({ value, weights: { startup: startup[name], investor: investor[name] } }));
const semantic = (signals: Signals): number => signals.find(({ name }) => name === 'semantic')?.value ?? 0;
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
