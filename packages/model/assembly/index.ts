// The encoder of kopru-e5-small: BERT with post layer norm, twelve layers, mean pooling, unit length.
// Linear layers multiply int8 weights by int16 activations; everything between them is float32.

import { attend } from './attention';
import { embed } from './embed';
import {
  DOWN_BYTES, FEEDFORWARD, HIDDEN, LAYER_COUNT, LAYERS, NORM_BYTES, OUTPUT_BYTES, POSITION_BYTES, QKV, QKV_BYTES,
  UP_BYTES, VECTOR, WIDE, X, Y,
} from './layout';
import { matmul } from './matmul';
import { gelu4 } from './math';
import { addAndNorm } from './norm';
import { quantise } from './quantise';

export { EMBEDDINGS, EMBEDDINGS_BYTES, HIDDEN, IDS, LAYERS, LAYERS_BYTES, MAX_TOKENS, MEMORY_BYTES, VECTOR, VOCABULARY } from './layout';

/** One encoder layer over `X`; returns the address of the next layer. */
function layer(at: usize, tokens: usize, rows: usize): usize {
  quantise(X, rows, HIDDEN);
  matmul(at, QKV, HIDDEN, rows, WIDE);
  at += QKV_BYTES;
  attend(tokens, rows);
  quantise(Y, rows, HIDDEN);
  matmul(at, HIDDEN, HIDDEN, rows, Y);
  at += OUTPUT_BYTES;
  addAndNorm(rows, at);
  at += NORM_BYTES;
  quantise(X, rows, HIDDEN);
  matmul(at, FEEDFORWARD, HIDDEN, rows, WIDE);
  at += UP_BYTES;
  const end = WIDE + rows * FEEDFORWARD * 4;
  for (let p = WIDE; p < end; p += 16) v128.store(p, gelu4(v128.load(p)));
  quantise(WIDE, rows, FEEDFORWARD);
  matmul(at, HIDDEN, FEEDFORWARD, rows, Y);
  at += DOWN_BYTES;
  addAndNorm(rows, at);
  return at + NORM_BYTES;
}

/** `VECTOR` ← mean of the first `tokens` rows of `X`, at length 1. */
function pool(tokens: usize): void {
  let squares: f64 = 0;
  for (let i: usize = 0; i < HIDDEN * 4; i += 4) {
    let total: f32 = 0;
    for (let t: usize = 0; t < tokens; t++) total += load<f32>(X + t * HIDDEN * 4 + i);
    store<f32>(VECTOR + i, total);
    squares += <f64>total * <f64>total;
  }
  const factor = <f32>(1 / sqrt(squares));
  for (let i: usize = 0; i < HIDDEN * 4; i += 4) store<f32>(VECTOR + i, load<f32>(VECTOR + i) * factor);
}

/** Encodes the `tokens` (1 to 128) token ids at `IDS`, each below `VOCABULARY`, into `VECTOR`. */
export function encode(tokens: usize): void {
  const rows = (tokens + 3) & ~3;
  embed(tokens, rows);
  addAndNorm(rows, LAYERS + POSITION_BYTES);
  let at = LAYERS + POSITION_BYTES + NORM_BYTES;
  for (let i: usize = 0; i < LAYER_COUNT; i++) at = layer(at, tokens, rows);
  pool(tokens);
}
