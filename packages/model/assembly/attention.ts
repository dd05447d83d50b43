import { HEAD, HEADS, HIDDEN, KEYS, MAX_TOKENS, QKV, WEIGHTS_OF_KEYS, WIDE, Y } from './layout';
import { exp4, fma, max4, sum4 } from './math';

/** Keys of one head as 32 rows of 128, so that four keys are compared at once. */
function transposeKeys(head: usize, rows: usize): void {
  for (let t: usize = 0; t < rows; t++) {
    const key = WIDE + (t * QKV + HIDDEN + head * HEAD) * 4;
    for (let d: usize = 0; d < HEAD; d++) {
      store<f32>(KEYS + (d * MAX_TOKENS + t) * 4, load<f32>(key + d * 4));
    }
  }
}

/** Softmax over the scores of one query, not yet divided by the sum that it returns. */
function softmax(query: usize, tokens: usize, rows: usize): f32 {
  const end = rows * 4;
  let peak = f32x4.splat(-1e30);
  for (let j: usize = 0; j < end; j += 16) {
    let score = f32x4.splat(0);
    for (let d: usize = 0; d < HEAD; d++) {
      score = fma(score, v128.load32_splat(query + d * 4), v128.load(KEYS + d * MAX_TOKENS * 4 + j));
    }
    v128.store(WEIGHTS_OF_KEYS + j, score);
    peak = f32x4.max(peak, score);
  }
  const largest = f32x4.splat(max4(peak));
  for (let j: usize = 0; j < end; j += 16) {
    v128.store(WEIGHTS_OF_KEYS + j, exp4(f32x4.sub(v128.load(WEIGHTS_OF_KEYS + j), largest)));
  }
  // rows beyond the text only fill up the block of four: they have no say
  for (let t = tokens; t < rows; t++) store<f32>(WEIGHTS_OF_KEYS + t * 4, 0);
  let total = f32x4.splat(0);
  for (let j: usize = 0; j < end; j += 16) total = f32x4.add(total, v128.load(WEIGHTS_OF_KEYS + j));
  return sum4(total);
}

/** Stores the values of one head, weighed by the softmax, at `to`. */
function weigh(head: usize, tokens: usize, factor: v128, to: usize): void {
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), c2 = f32x4.splat(0), c3 = f32x4.splat(0);
  let c4 = f32x4.splat(0), c5 = f32x4.splat(0), c6 = f32x4.splat(0), c7 = f32x4.splat(0);
  let value = WIDE + (2 * HIDDEN + head * HEAD) * 4;
  for (let t: usize = 0; t < tokens; t++) {
    const weight = v128.load32_splat(WEIGHTS_OF_KEYS + t * 4);
    c0 = fma(c0, weight, v128.load(value));
    c1 = fma(c1, weight, v128.load(value, 16));
    c2 = fma(c2, weight, v128.load(value, 32));
    c3 = fma(c3, weight, v128.load(value, 48));
    c4 = fma(c4, weight, v128.load(value, 64));
    c5 = fma(c5, weight, v128.load(value, 80));
    c6 = fma(c6, weight, v128.load(value, 96));
    c7 = fma(c7, weight, v128.load(value, 112));
    value += QKV * 4;
  }
  v128.store(to, f32x4.mul(c0, factor));
  v128.store(to, f32x4.mul(c1, factor), 16);
  v128.store(to, f32x4.mul(c2, factor), 32);
  v128.store(to, f32x4.mul(c3, factor), 48);
  v128.store(to, f32x4.mul(c4, factor), 64);
  v128.store(to, f32x4.mul(c5, factor), 80);
  v128.store(to, f32x4.mul(c6, factor), 96);
  v128.store(to, f32x4.mul(c7, factor), 112);
}

/**
 * y ← attention over the q, k and v in `WIDE` (each token: 384 of q, of k, of v; the queries are already
 * divided by √32 by way of their weights).
 *
 * @param tokens tokens of the text.
 * @param rows the same, rounded up to a multiple of 4.
 */
export function attend(tokens: usize, rows: usize): void {
  for (let head: usize = 0; head < HEADS; head++) {
    transposeKeys(head, rows);
    for (let t: usize = 0; t < tokens; t++) {
      const total = softmax(WIDE + (t * QKV + head * HEAD) * 4, tokens, rows);
      weigh(head, tokens, f32x4.splat(1 / total), Y + (t * HIDDEN + head * HEAD) * 4);
    }
  }
}
