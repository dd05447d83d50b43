import { HIDDEN, X, Y } from './layout';
import { fma, sum4 } from './math';

/**
 * x ← layer norm of (x + y), for each token.
 *
 * @param norm 384 weights, then 384 biases.
 */
export function addAndNorm(tokens: usize, norm: usize): void {
  for (let t: usize = 0; t < tokens; t++) {
    const x = X + t * HIDDEN * 4;
    const y = Y + t * HIDDEN * 4;
    let total = f32x4.splat(0);
    for (let i: usize = 0; i < HIDDEN * 4; i += 16) {
      const v = f32x4.add(v128.load(x + i), v128.load(y + i));
      v128.store(x + i, v);
      total = f32x4.add(total, v);
    }
    const mean = f32x4.splat(sum4(total) / <f32>HIDDEN);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < HIDDEN * 4; i += 16) {
      const d = f32x4.sub(v128.load(x + i), mean);
      squares = fma(squares, d, d);
    }
    const factor = f32x4.splat(1 / sqrt<f32>(sum4(squares) / <f32>HIDDEN + 1e-12));
    for (let i: usize = 0; i < HIDDEN * 4; i += 16) {
      const d = f32x4.mul(f32x4.sub(v128.load(x + i), mean), factor);
      v128.store(x + i, fma(v128.load(norm + HIDDEN * 4 + i), d, v128.load(norm + i)));
    }
  }
}
