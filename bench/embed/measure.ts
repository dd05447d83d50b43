/** Encodes texts of equal length, given as token ids. */
export type Encode = (texts: readonly (readonly number[])[]) => unknown;

/** Median time of each encoder for a batch, in milliseconds. */
export type Times = Readonly<Record<string, number>>;

/**
 * Times encoders in turns, so that what else the machine does falls on all of them alike.
 *
 * @param repeats of each, after two that are not counted.
 */
export async function timesOf(
  encoders: Readonly<Record<string, Encode>>,
  texts: readonly (readonly number[])[],
  repeats: number,
): Promise<Times> {
  const samples: Record<string, number[]> = {};
  for (let round = -2; round < repeats; round++) {
    for (const [name, encode] of Object.entries(encoders)) {
      const begin = performance.now();
      await encode(texts);
      const time = performance.now() - begin;
      samples[name] ??= [];
      if (round >= 0) samples[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, median(times)]));
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Token ids of texts of equal length as onnxruntime takes them. */
export const flat = (texts: readonly (readonly number[])[]): BigInt64Array =>
  BigInt64Array.from(texts.flat().map(BigInt));

/** What is measured: tokens a text, texts at once, and how often. */
export const CASES = [
  { tokens: 16, batch: 1, repeats: 60 },
  { tokens: 40, batch: 1, repeats: 40 },
  { tokens: 128, batch: 1, repeats: 20 },
  { tokens: 16, batch: 32, repeats: 7 },
  { tokens: 40, batch: 32, repeats: 5 },
  { tokens: 128, batch: 32, repeats: 3 },
] as const;
