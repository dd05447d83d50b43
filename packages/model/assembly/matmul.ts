import { QUANTISED, SCALES } from './layout';

/** Adds the pairs of partial sums of four rows and turns them into four float32. */
// @ts-ignore: decorator
@inline
function finish(low: v128, high: v128, token: usize, scales: v128, biases: v128): v128 {
  const sums = i32x4.add(
    v128.shuffle<i32>(low, high, 0, 2, 4, 6),
    v128.shuffle<i32>(low, high, 1, 3, 5, 7),
  );
  const scale = f32x4.mul(scales, v128.load32_splat(SCALES + token * 4));
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), biases);
}

/**
 * to = quantised activations × weightsᵀ + biases.
 *
 * Weights are int8 in blocks of four rows: for each four columns, four weights of each of the four rows
 * (16 bytes), so that one load serves four rows of four tokens, and a kernel with 8-bit dot products
 * can read the same bytes. The scales (one a row) and the biases follow the weights, as float32.
 *
 * @param layer the linear layer in memory.
 * @param rows number of outputs, a multiple of 4.
 * @param columns number of inputs, a multiple of 4.
 * @param tokens number of tokens, a multiple of 4.
 * @param to float32, `tokens` × `rows`.
 */
export function matmul(layer: usize, rows: usize, columns: usize, tokens: usize, to: usize): void {
  const scales = layer + rows * columns;
  const biases = scales + rows * 4;
  const block = columns * 4;
  for (let r: usize = 0; r < rows; r += 4) {
    const weights = layer + r * columns;
    const end = weights + block;
    const scale = v128.load(scales + r * 4);
    const bias = v128.load(biases + r * 4);
    let a = QUANTISED;
    for (let t: usize = 0; t < tokens; t += 4) {
      let low0 = i32x4.splat(0), high0 = i32x4.splat(0);
      let low1 = i32x4.splat(0), high1 = i32x4.splat(0);
      let low2 = i32x4.splat(0), high2 = i32x4.splat(0);
      let low3 = i32x4.splat(0), high3 = i32x4.splat(0);
      for (let w = weights; w < end; w += 16) {
        const low = v128.load8x8_s(w);
        const high = v128.load8x8_s(w, 8);
        const a0 = v128.load64_splat(a);
        low0 = i32x4.add(low0, i32x4.dot_i16x8_s(low, a0));
        high0 = i32x4.add(high0, i32x4.dot_i16x8_s(high, a0));
        const a1 = v128.load64_splat(a, 8);
        low1 = i32x4.add(low1, i32x4.dot_i16x8_s(low, a1));
        high1 = i32x4.add(high1, i32x4.dot_i16x8_s(high, a1));
        const a2 = v128.load64_splat(a, 16);
        low2 = i32x4.add(low2, i32x4.dot_i16x8_s(low, a2));
        high2 = i32x4.add(high2, i32x4.dot_i16x8_s(high, a2));
        const a3 = v128.load64_splat(a, 24);
        low3 = i32x4.add(low3, i32x4.dot_i16x8_s(low, a3));
        high3 = i32x4.add(high3, i32x4.dot_i16x8_s(high, a3));
        a += 32;
      }
      const out = to + (t * rows + r) * 4;
      v128.store(out, finish(low0, high0, t, scale, bias));
      v128.store(out + rows * 4, finish(low1, high1, t + 1, scale, bias));
      v128.store(out + rows * 8, finish(low2, high2, t + 2, scale, bias));
      v128.store(out + rows * 12, finish(low3, high3, t + 3, scale, bias));
    }
  }
}
