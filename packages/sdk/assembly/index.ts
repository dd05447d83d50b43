// The scan of `src/engine/scan/`: exact cosines of int8 rows, 128 bits at a time. `plain.ts` there is the same
// in JavaScript, to the bit: products are summed as integers, and what follows is one multiplication and one
// division of doubles in the same order.

/** The four sums of four vectors of four partial sums. */
// @ts-ignore: decorator
@inline
function sums4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab0 = v128.shuffle<i32>(a, b, 0, 2, 4, 6), ab1 = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
  const cd0 = v128.shuffle<i32>(c, d, 0, 2, 4, 6), cd1 = v128.shuffle<i32>(c, d, 1, 3, 5, 7);
  const ab = i32x4.add(ab0, ab1), cd = i32x4.add(cd0, cd1);
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
}

/** Lists the rows whose bit is set, all where there are no bits, and returns how many they are. */
// @ts-ignore: decorator
@inline
function list(count: u32, passing: usize, found: usize): u32 {
  let n: u32 = 0;
  for (let first: u32 = 0; first < count; first += 32) {
    let word: u32 = passing ? load<u32>(passing + (first >> 3)) : 0xffffffff;
    if (count - first < 32) word &= (1 << (count - first)) - 1;
    for (; word; word &= word - 1) {
      store<u32>(found + (n << 2), first + ctz(word));
      n++;
    }
  }
  return n;
}

/**
 * Scores rows against queries: of each row the cosine of the nearest query, −1 at least.
 *
 * A row has `width` int8, then its length as float32; rows lie `record` bytes apart. A query has `width`
 * int16, then its length as float64; queries lie 2 × `width` + 16 bytes apart. The four rows that are scored
 * together are of four quarters of the list: WebAssembly has no prefetch, and four places that are each read on
 * keep the processor's own busy, by which rows that are in no cache take 0.6 of the time of four in a line.
 *
 * @param rows address of the rows, of which there are `count`.
 * @param width a multiple of 16.
 * @param passing a bit for each row that is to be scored, in words of 32; 0: all rows.
 * @param found takes the numbers of these rows, as int32.
 * @param scores takes their scores, as float64.
 * @returns how many were scored.
 */
export function scan(
  rows: usize, count: u32, record: usize, width: usize,
  queries: usize, queryCount: u32, passing: usize, found: usize, scores: usize,
): u32 {
  const n = list(count, passing, found);
  const step = 2 * width + 16;
  const least = f64x2.splat(-1);
  const quarter: u32 = (n + 3) >> 2;
  for (let i0: u32 = 0; i0 < quarter; i0++) {
    // What is missing in the last quarter is the last row, again.
    const i1 = min(i0 + quarter, n - 1), i2 = min(i0 + 2 * quarter, n - 1), i3 = min(i0 + 3 * quarter, n - 1);
    const row0 = rows + <usize>load<u32>(found + (i0 << 2)) * record;
    const row1 = rows + <usize>load<u32>(found + (i1 << 2)) * record;
    const row2 = rows + <usize>load<u32>(found + (i2 << 2)) * record;
    const row3 = rows + <usize>load<u32>(found + (i3 << 2)) * record;
    const lengths01 = f64x2(load<f32>(row0 + width), load<f32>(row1 + width));
    const lengths23 = f64x2(load<f32>(row2 + width), load<f32>(row3 + width));
    let best01 = least, best23 = least;
    let query = queries;
    for (let q: u32 = 0; q < queryCount; q++) {
      let sum0 = i32x4.splat(0), sum1 = i32x4.splat(0), sum2 = i32x4.splat(0), sum3 = i32x4.splat(0);
      for (let d: usize = 0; d < width; d += 16) {
        const low = v128.load(query + 2 * d), high = v128.load(query + 2 * d, 16);
        sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(v128.load8x8_s(row0 + d), low));
        sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(v128.load8x8_s(row1 + d), low));
        sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(v128.load8x8_s(row2 + d), low));
        sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(v128.load8x8_s(row3 + d), low));
        sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(v128.load8x8_s(row0 + d, 8), high));
        sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(v128.load8x8_s(row1 + d, 8), high));
        sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(v128.load8x8_s(row2 + d, 8), high));
        sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(v128.load8x8_s(row3 + d, 8), high));
      }
      const sums = sums4(sum0, sum1, sum2, sum3);
      const length = v128.load64_splat(query + 2 * width);
      const dots01 = f64x2.convert_low_i32x4_s(sums);
      const dots23 = f64x2.convert_low_i32x4_s(v128.shuffle<i64>(sums, sums, 1, 1));
      best01 = f64x2.pmax(best01, f64x2.div(dots01, f64x2.mul(length, lengths01)));
      best23 = f64x2.pmax(best23, f64x2.div(dots23, f64x2.mul(length, lengths23)));
      query += step;
    }
    store<f64>(scores + (i0 << 3), f64x2.extract_lane(best01, 0));
    store<f64>(scores + (i1 << 3), f64x2.extract_lane(best01, 1));
    store<f64>(scores + (i2 << 3), f64x2.extract_lane(best23, 0));
    store<f64>(scores + (i3 << 3), f64x2.extract_lane(best23, 1));
  }
  return n;
}
