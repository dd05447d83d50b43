/** Draws that are the same on every run, for a seed in words. */
export interface Random {
  /** In [0,1). */
  next(): number;
  /** True in `share` of the draws, `share` in [0,1]. */
  chance(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** `count` different items, in the order of the list; all of them when it has no more. */
  sample<T>(items: readonly T[], count: number): T[];
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
}

/** Mulberry32 (T. Ettinger, public domain) started from the FNV-1a hash of `seed`. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;

  return {
    next,
    chance: (share) => next() < share,
    pick,
    sample(items, count) {
      const left = items.map((_, i) => i);
      const chosen = Array.from({ length: Math.min(count, items.length) }, () => {
        const [index] = left.splice(Math.floor(next() * left.length), 1);
        return index as number;
      });
      return chosen.sort((a, b) => a - b).map((i) => items[i] as (typeof items)[number]);
    },
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
  };
}
