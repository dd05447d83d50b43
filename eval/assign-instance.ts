import type { AssignInput, Participant } from '@kopru/sdk/assign';
import { createRandom } from './random.ts';

/** What a random demo day is like. */
export interface InstanceOptions {
  readonly startups: number;
  readonly investors: number;
  readonly slots: number;
  /** Share of the people who come late or leave early. */
  readonly absent: number;
  /** Chance that anybody misses any slot besides. */
  readonly scattered: number;
  /** Tables of a slot, as a share of the number of investors. */
  readonly tables: number;
  readonly seed: number;
}

const SECTORS = 12;

/**
 * A demo day with scores like those of the engine: people cluster in sectors and stages, some are
 * sought by everybody (popularity falls as a power of rank), and a pair is worth the geometric mean
 * of what each is to the other. Pairs below 20 of 100 are not listed: nobody would plan them.
 */
export function createInstance(options: InstanceOptions): AssignInput {
  const { slots, seed } = options;
  const random = createRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const between = (low: number, high: number) => low + below(high - low + 1);

  const person = (rank: number, sectors: number) => ({
    sectors: new Set(Array.from({ length: sectors }, () => below(SECTORS))),
    stage: random() * 4,
    pull: 0.3 + 0.7 * (rank + 1) ** -0.3,
  });
  const startups = Array.from({ length: options.startups }, (_, i) => person(i, between(1, 2)));
  const investors = Array.from({ length: options.investors }, (_, i) => person(i, between(1, 4)));

  const scores = startups.flatMap((s, i) =>
    investors.flatMap((v, j) => {
      const sector = [...s.sectors].some((code) => v.sectors.has(code)) ? 1 : 0.3;
      const stage = Math.max(0, 1 - Math.abs(s.stage - v.stage) / 3);
      const liking = (pull: number) => Math.min(1, pull * sector * stage * (0.6 + 0.8 * random()));
      const score = 100 * Math.sqrt(liking(s.pull) * liking(v.pull));
      return score < 20 ? [] : [{ startup: `s${i}`, investor: `i${j}`, score: Math.round(score * 100) / 100 }];
    }),
  );

  const participants = (letter: string, n: number, low: number, high: number): Participant[] =>
    Array.from({ length: n }, (_, i) => {
      const capacity = between(low, Math.min(high, slots));
      const missed = random() < options.absent ? between(1, Math.ceil(slots / 2)) : 0;
      const first = random() < 0.5 ? 0 : slots - missed;
      const away = (slot: number) => (slot >= first && slot < first + missed) || random() < options.scattered;
      return { id: `${letter}${i}`, capacity, absent: [...Array(slots).keys()].filter(away) };
    });
  return {
    startups: participants('s', options.startups, 2, 6),
    investors: participants('i', options.investors, Math.ceil(slots / 2), slots),
    slots,
    tables: Math.max(1, Math.round(options.tables * options.investors)),
    scores,
  };
}
