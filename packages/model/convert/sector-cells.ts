import { WORD_CELLS, wordCells } from '../src/sector-words.ts';
import { SECTORS_A_CELL } from '../src/sectors.ts';

/** A text to learn words from, the index of its sector, and how much it counts. */
interface WordSample {
  readonly text: string;
  readonly sector: number;
  readonly weight: number;
}

/** Added to every count, so that a word seen once proves little. Chosen on dev. */
const SMOOTHING = 0.3;
/** Word evidence below this is dropped. */
const LEAST = 0.3;
/** How many strengths of evidence are told apart; with 80 sectors, three are as many as a byte holds. */
const LEVELS = 3;

/**
 * What each cell of words speaks for: its three sectors of most evidence, each a byte (see
 * `sectors.ts`), and the evidence that each level stands for.
 *
 * Evidence is that of complement naive Bayes (Rennie and others 2003): how much rarer the word is in
 * the texts of all other sectors than in all texts, times its rarity, in texts brought to length 1.
 */
export function learnWords(samples: readonly WordSample[], sectors: number) {
  const texts = samples.map((sample) => ({ ...sample, cells: [...wordCells(sample.text)] }));
  const frequency = new Float64Array(WORD_CELLS);
  for (const { cells } of texts) for (const cell of cells) frequency[cell]! += 1;
  const rarity = frequency.map((f) => Math.log((1 + texts.length) / (1 + f)) + 1);

  const counts = Array.from({ length: WORD_CELLS }, () => new Map<number, number>());
  for (const { cells, sector, weight } of texts) {
    const length = Math.hypot(...cells.map((cell) => rarity[cell] as number));
    for (const cell of cells) {
      const own = counts[cell] as Map<number, number>;
      own.set(sector, (own.get(sector) ?? 0) + (weight * (rarity[cell] as number)) / length);
    }
  }
  const entries = counts.flatMap((own, cell) => {
    const all = own.values().reduce((sum, x) => sum + x, 0) + SMOOTHING;
    return [...own]
      .map(([sector, x]) => ({ cell, sector, evidence: Math.log(all / (all - x)) * (rarity[cell] as number) }))
      .filter(({ evidence }) => evidence >= LEAST)
      .sort((a, b) => b.evidence - a.evidence || a.sector - b.sector)
      .slice(0, SECTORS_A_CELL)
      .map((entry, place) => ({ ...entry, place }));
  });

  const levels = levelsOf(entries.map(({ evidence }) => evidence));
  const words = new Uint8Array(WORD_CELLS * SECTORS_A_CELL);
  for (const { cell, sector, evidence, place } of entries)
    words[cell * SECTORS_A_CELL + place] = 1 + nearest(levels, evidence) * sectors + sector;
  return { words, levels };
}

/** Lloyd's levels: each is the mean of the values that are nearer to it than to the others. */
function levelsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  let levels = Array.from({ length: LEVELS }, (_, i) => sorted[Math.floor(((i + 0.5) / LEVELS) * sorted.length)] ?? 0);
  for (let round = 0; round < 20; round++) {
    const groups = Map.groupBy(values, (value) => nearest(levels, value));
    levels = levels.map((level, i) => {
      const own = groups.get(i) ?? [level];
      return own.reduce((sum, x) => sum + x, 0) / own.length;
    });
  }
  return levels;
}

const nearest = (levels: readonly number[], value: number): number =>
  levels.reduce((best, level, i) => (Math.abs(level - value) < Math.abs(levels[best]! - value) ? i : best), 0);
