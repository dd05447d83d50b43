import { HEAD, HEADS, HIDDEN, KEYS, MAX_TOKENS, QKV, WEIGHTS_OF_KEYS, WIDE, Y } from './layout';
import { exp4, fma, max4, sum4 } from './math';

/** Bytes of one row of `KEYS`, and of `WEIGHTS_OF_KEYS`. */
const ROW: usize = MAX_TOKENS * 4;

/** Keys of one head as 32 rows of 128, so that four keys are compared at once. @param wide row of the first one. */
function transposeKeys(wide: usize, head: usize, tokens: usize): void {
  let key = wide + (HIDDEN + head * HEAD) * 4;
  for (let t: usize = 0; t < tokens; t++) {
    for (let d: usize = 0; d < HEAD; d++) store<f32>(KEYS + d * ROW + t * 4, load<f32>(key + d * 4));
    key += QKV * 4;
  }
}

/** Scores of four queries against all keys, eight keys at a time. */
function score(query: usize, end: usize): void {
  for (let j: usize = 0; j < end; j += 32) {
    let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
    let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
    let q = query;
    let key = KEYS + j;
    for (let d: usize = 0; d < HEAD; d++) {
      const a = v128.load(key), b = v128.load(key, 16);
      const q0 = v128.load32_splat(q);
      a0 = fma(a0, q0, a);
      b0 = fma(b0, q0, b);
      const q1 = v128.load32_splat(q, QKV * 4);
      a1 = fma(a1, q1, a);
      b1 = fma(b1, q1, b);
      const q2 = v128.load32_splat(q, QKV * 8);
      a2 = fma(a2, q2, a);
      b2 = fma(b2, q2, b);
      const q3 = v128.load32_splat(q, QKV * 12);
      a3 = fma(a3, q3, a);
      b3 = fma(b3, q3, b);
      q += 4;
      key += ROW;
    }
    const to = WEIGHTS_OF_KEYS + j;
    v128.store(to, a0);
    v128.store(to, b0, 16);
    v128.store(to, a1, ROW);
    v128.store(to, b1, ROW + 16);
    v128.store(to, a2, ROW * 2);
    v128.store(to, b2, ROW * 2 + 16);
    v128.store(to, a3, ROW * 3);
    v128.store(to, b3, ROW * 3 + 16);
  }
}

/** Softmax over the scores of one query, in place and not yet divided by the sum that it returns. */
function softmax(row: usize, tokens: usize, end: usize): f32 {
  // keys beyond the text only fill up a block of eight: they have no say
  for (let p = row + tokens * 4; p < row + end; p += 4) store<f32>(p, -1e30);
  let peak = f32x4.splat(-1e30);
  for (let p = row; p < row + end; p += 16) peak = f32x4.max(peak, v128.load(p));
  const largest = f32x4.splat(max4(peak));
  let total = f32x4.splat(0);
  for (let p = row; p < row + end; p += 16) {
    const weight = exp4(f32x4.sub(v128.load(p), largest));
    v128.store(p, weight);
    total = f32x4.add(total, weight);
  }
  return sum4(total);
}

/** Weighs eight values of all keys for four queries, each divided by its sum, and stores them at `to`. */
// @ts-ignore: decorator
@inline
function weigh(value: usize, tokens: usize, f0: v128, f1: v128, f2: v128, f3: v128, to: usize): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
  let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
  const end = WEIGHTS_OF_KEYS + tokens * 4;
  for (let p = WEIGHTS_OF_KEYS; p < end; p += 4) {
    const a = v128.load(value), b = v128.load(value, 16);
    const w0 = v128.load32_splat(p);
    a0 = fma(a0, w0, a);
    b0 = fma(b0, w0, b);
    const w1 = v128.load32_splat(p, ROW);
    a1 = fma(a1, w1, a);
    b1 = fma(b1, w1, b);
    const w2 = v128.load32_splat(p, ROW * 2);
    a2 = fma(a2, w2, a);
    b2 = fma(b2, w2, b);
    const w3 = v128.load32_splat(p, ROW * 3);
    a3 = fma(a3, w3, a);
    b3 = fma(b3, w3, b);
    value += QKV * 4;
  }
  v128.store(to, f32x4.mul(a0, f0));
  v128.store(to, f32x4.mul(b0, f0), 16);
  v128.store(to, f32x4.mul(a1, f1), HIDDEN * 4);
  v128.store(to, f32x4.mul(b1, f1), HIDDEN * 4 + 16);
  v128.store(to, f32x4.mul(a2, f2), HIDDEN * 8);
  v128.store(to, f32x4.mul(b2, f2), HIDDEN * 8 + 16);
  v128.store(to, f32x4.mul(a3, f3), HIDDEN * 12);
  v128.store(to, f32x4.mul(b3, f3), HIDDEN * 12 + 16);
}

/** 1 / the sum of the softmax of a query. */
// @ts-ignore: decorator
@inline
function factor(query: usize, tokens: usize, end: usize): v128 {
  return f32x4.splat(1 / softmax(WEIGHTS_OF_KEYS + query * ROW, tokens, end));
}

/**
 * y ← attention over the q, k and v of one text in `WIDE` (each token: 384 of q, of k, of v; the queries are
 * already divided by √32 by way of their weights), four queries at a time.
 *
 * @param first row of the text's first token.
 * @param tokens tokens of the text.
 * @param rows the same, rounded up to a multiple of 4.
 */
export function attend(first: usize, tokens: usize, rows: usize): void {
  const wide = WIDE + first * QKV * 4;
  const y = Y + first * HIDDEN * 4;
  const end = ((tokens + 7) & ~7) * 4;
  for (let head: usize = 0; head < HEADS; head++) {
    transposeKeys(wide, head, tokens);
    const column = head * HEAD * 4;
    for (let t: usize = 0; t < rows; t += 4) {
      score(wide + t * QKV * 4 + column, end);
      const f0 = factor(0, tokens, end), f1 = factor(1, tokens, end);
      const f2 = factor(2, tokens, end), f3 = factor(3, tokens, end);
      const value = wide + 2 * HIDDEN * 4 + column;
      const to = y + t * HIDDEN * 4 + column;
      for (let d: usize = 0; d < HEAD * 4; d += 32) weigh(value + d, tokens, f0, f1, f2, f3, to + d);
    }
  }
}
