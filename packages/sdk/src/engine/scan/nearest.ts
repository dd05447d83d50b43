/** Parts that the range of cosines is counted in. */
const PARTS = 2048;

/** Falls as scores rise. A score is in [−1,1] but for what rounding adds. */
const partOf = (score: number): number => Math.max(0, ((1 - score) * (PARTS / 2)) | 0);

/**
 * The places of scores in short runs, so that no score of a run is above one of the runs before it: by a counting
 * sort of the first `wanted` or so, and then of four times as many each time. So neither all need be sorted for the
 * sake of a few, nor these few all at once.
 */
export function* inRuns(scores: Float64Array, wanted: number): Generator<Int32Array, void> {
  const counts = new Uint32Array(PARTS + 1);
  for (let i = 0; i < scores.length; i++) counts[partOf(scores[i] as number)]!++;
  let size = wanted;
  for (let from = 0, to = 0; from <= PARTS; from = to, size *= 4) {
    let total = 0;
    for (; to <= PARTS && total < size; to++) total += counts[to] as number;
    const places = new Int32Array(total);
    /** Where the places of each part begin, and then where its next one goes. */
    const next = new Uint32Array(to - from);
    for (let part = from + 1; part < to; part++)
      next[part - from] = (next[part - from - 1] as number) + (counts[part - 1] as number);
    for (let i = 0; i < scores.length; i++) {
      const part = partOf(scores[i] as number);
      if (part >= from && part < to) places[next[part - from]!++] = i;
    }
    for (let part = from; part < to; part++) {
      const end = next[part - from] as number;
      const count = counts[part] as number;
      if (count > 0) yield places.subarray(end - count, end);
    }
  }
}
