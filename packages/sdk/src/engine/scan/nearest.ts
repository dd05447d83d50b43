/** Parts that the range of cosines is counted in. */
const PARTS = 2048;

/** Falls as scores rise. A score is in [−1,1] but for what rounding adds. */
const partOf = (score: number): number => Math.max(0, ((1 - score) * (PARTS / 2)) | 0);

/**
 * The places of scores in runs, so that no score of a run is above one of the runs before it: about `wanted`
 * in the first run, and four times as many in each that follows. So all need not be sorted for the sake of a few.
 */
export function* inRuns(scores: Float64Array, wanted: number): Generator<number[], void> {
  if (scores.length <= 4 * wanted) {
    yield Array.from(scores, (_, i) => i);
    return;
  }
  const counts = new Uint32Array(PARTS + 1);
  for (let i = 0; i < scores.length; i++) counts[partOf(scores[i] as number)]!++;
  let size = wanted;
  for (let from = 0, to = 0; from <= PARTS; from = to, size *= 4) {
    for (let total = 0; to <= PARTS && total < size; to++) total += counts[to] as number;
    const run: number[] = [];
    for (let i = 0; i < scores.length; i++) {
      const part = partOf(scores[i] as number);
      if (part >= from && part < to) run.push(i);
    }
    yield run;
  }
}
