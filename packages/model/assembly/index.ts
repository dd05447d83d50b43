// The encoder of kopru-e5-small: BERT with post layer norm, twelve layers, mean pooling, unit length.
// Linear layers multiply int8 weights by int16 activations; everything between them is float32.

import { attend } from './attention';
import { embed } from './embed';
import {
  DOWN_BYTES, FEEDFORWARD, HIDDEN, LAYER_COUNT, LAYERS, LENGTHS, NORM_BYTES, OUTPUT_BYTES, POSITION_BYTES, QKV,
  QKV_BYTES, UP_BYTES, VECTORS, WIDE, X, Y,
} from './layout';
import { matmul } from './matmul';
import { gelu4 } from './math';
import { addAndNorm } from './norm';
import { quantise } from './quantise';

export { EMBEDDINGS, EMBEDDINGS_BYTES, IDS, LAYERS, LAYERS_BYTES, LENGTHS, MEMORY_BYTES, VECTORS, VOCABULARY } from './layout';

/** Tokens of a text. */
// @ts-ignore: decorator
@inline
function tokensOf(text: usize): usize {
  return <usize>load<i32>(LENGTHS + text * 4);
}

/** The rows that so many tokens take. */
// @ts-ignore: decorator
@inline
function rowsOf(tokens: usize): usize {
  return (tokens + 3) & ~3;
}

/** One encoder layer over `X`; returns the address of the next layer. */
function layer(at: usize, texts: usize, rows: usize): usize {
  quantise(X, rows, HIDDEN);
  matmul(at, QKV, HIDDEN, rows, WIDE);
  at += QKV_BYTES;
  // a token looks at those of its own text alone; all else is one matter for the tokens of all
  for (let text: usize = 0, first: usize = 0; text < texts; text++) {
    const tokens = tokensOf(text);
    attend(first, tokens, rowsOf(tokens));
    first += rowsOf(tokens);
  }
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

/** The vector of a text ← mean of its `tokens` rows of `X`, at length 1. */
function pool(text: usize, first: usize, tokens: usize): void {
  const x = X + first * HIDDEN * 4;
  const vector = VECTORS + text * HIDDEN * 4;
  let squares: f64 = 0;
  for (let i: usize = 0; i < HIDDEN * 4; i += 4) {
    let total: f32 = 0;
    for (let t: usize = 0; t < tokens; t++) total += load<f32>(x + t * HIDDEN * 4 + i);
    store<f32>(vector + i, total);
    squares += <f64>total * <f64>total;
  }
  const factor = <f32>(1 / sqrt(squares));
  for (let i: usize = 0; i < HIDDEN * 4; i += 4) store<f32>(vector + i, load<f32>(vector + i) * factor);
}

/**
 * Encodes `texts` (1 to 32) into `VECTORS`. Each has 1 to 128 token ids in `IDS`, each below `VOCABULARY`, that
 * begin where the rows of the text before end, and their number in `LENGTHS`; together they take no more than 128
 * rows. Several at once read the weights once.
 */
export function encode(texts: usize): void {
  let rows: usize = 0;
  for (let text: usize = 0; text < texts; text++) {
    const tokens = tokensOf(text);
    embed(rows, tokens, rowsOf(tokens));
    rows += rowsOf(tokens);
  }
  addAndNorm(rows, LAYERS + POSITION_BYTES);
  let at = LAYERS + POSITION_BYTES + NORM_BYTES;
  for (let i: usize = 0; i < LAYER_COUNT; i++) at = layer(at, texts, rows);
  for (let text: usize = 0, first: usize = 0; text < texts; text++) {
    const tokens = tokensOf(text);
    pool(text, first, tokens);
    first += rowsOf(tokens);
  }
}
