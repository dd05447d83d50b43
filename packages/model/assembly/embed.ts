import { EMBEDDING_ROW, EMBEDDINGS, GROUP, HIDDEN, IDS, LAYERS, X, Y } from './layout';

/** Float16 → float32, subnormals included; infinities and NaN do not occur. */
// @ts-ignore: decorator
@inline
function half(bits: u32): f32 {
  // the exponent is rebased from 15 to 127 by a multiplication with 2^112
  const magnitude = reinterpret<f32>((bits & 0x7fff) << 13) * 5192296858534827628530496329220096.0;
  return bits & 0x8000 ? -magnitude : magnitude;
}

/** Stores eight int8 (in the low half of `values`) times `scale` as float32. */
// @ts-ignore: decorator
@inline
function store8(to: usize, wide: v128, scale: v128): void {
  v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(wide)), scale));
  v128.store(to + 16, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(wide)), scale));
}

/**
 * x ← embedding of each token of one text, y ← its position; what fills up its rows is set to nought.
 * A row of the table holds 12 groups of 16 bytes (low nibbles: the first 16 values, high nibbles: the
 * other 16; a nibble is the value plus 8), then 12 scales.
 *
 * @param first row of the text's first token.
 */
export function embed(first: usize, tokens: usize, rows: usize): void {
  const x = X + first * HIDDEN * 4;
  const y = Y + first * HIDDEN * 4;
  for (let t: usize = 0; t < tokens; t++) {
    const row = EMBEDDINGS + <usize>load<i32>(IDS + (first + t) * 4) * EMBEDDING_ROW;
    let to = x + t * HIDDEN * 4;
    for (let g: usize = 0; g < HIDDEN / GROUP; g++) {
      const packed = v128.load(row + g * 16);
      const scale = f32x4.splat(half(load<u16>(row + HIDDEN / 2 + g * 2)));
      const first = i8x16.sub(v128.and(packed, i8x16.splat(15)), i8x16.splat(8));
      const second = i8x16.sub(i8x16.shr_u(packed, 4), i8x16.splat(8));
      store8(to, i16x8.extend_low_i8x16_s(first), scale);
      store8(to + 32, i16x8.extend_high_i8x16_s(first), scale);
      store8(to + 64, i16x8.extend_low_i8x16_s(second), scale);
      store8(to + 96, i16x8.extend_high_i8x16_s(second), scale);
      to += GROUP * 4;
    }
  }
  memory.copy(y, LAYERS, tokens * HIDDEN * 4);
  memory.fill(x + tokens * HIDDEN * 4, 0, (rows - tokens) * HIDDEN * 4);
  memory.fill(y + tokens * HIDDEN * 4, 0, (rows - tokens) * HIDDEN * 4);
}
