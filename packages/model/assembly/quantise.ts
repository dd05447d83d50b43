import { QUANTISED, SCALES } from './layout';
import { max4 } from './math';

/**
 * Largest magnitude of a quantised activation. Weights reach 127 and a row has at most 1536 columns:
 * 8191 × 127 × 1536 < 2³¹, so that a sum in int32 never overflows.
 */
const LIMIT: f32 = 8191;

/**
 * Float32 rows → int16 with one scale a token, in blocks of four tokens: for each four columns, four
 * values of each of the four tokens (32 bytes), the order in which matmul.ts reads them.
 *
 * @param from first row; rows follow each other.
 * @param tokens number of rows, a multiple of 4.
 * @param columns length of a row, a multiple of 4.
 */
export function quantise(from: usize, tokens: usize, columns: usize): void {
  for (let t: usize = 0; t < tokens; t++) {
    const row = from + t * columns * 4;
    const end = row + columns * 4;
    let peak = f32x4.splat(1e-30);
    for (let p = row; p < end; p += 16) peak = f32x4.max(peak, f32x4.abs(v128.load(p)));
    const largest = max4(peak);
    store<f32>(SCALES + t * 4, largest / LIMIT);
    const factor = f32x4.splat(LIMIT / largest);
    let to = QUANTISED + (t >> 2) * columns * 8 + (t & 3) * 8;
    for (let p = row; p < end; p += 16) {
      const v = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p), factor)));
      v128.store64_lane(to, i16x8.narrow_i32x4_s(v, v), 0);
      to += 32;
    }
  }
}
