// Shape of the model and the plan of the linear memory. The host grows the memory to `MEMORY_BYTES`,
// copies the two weight files to `EMBEDDINGS` and `LAYERS` and leaves them there: the kernel reads
// the files in place. Nothing is allocated afterwards. All sizes are multiples of 64 bytes.

export const VOCABULARY: usize = 70095;
export const HIDDEN: usize = 384;
export const HEADS: usize = 12;
export const HEAD: usize = 32; // HIDDEN / HEADS
export const QKV: usize = 3 * HIDDEN;
export const FEEDFORWARD: usize = 1536;
export const LAYER_COUNT: usize = 12;
/** Tokens that are encoded at once, of one text or of several. */
export const MAX_TOKENS: usize = 128;
/** Texts that are encoded at once: each takes a multiple of four rows. */
export const MAX_TEXTS: usize = MAX_TOKENS / 4;

/** Values of one embedding row that share a scale. */
export const GROUP: usize = 32;
/** One embedding row: 384 nibbles, then 12 scales as float16. */
export const EMBEDDING_ROW: usize = HIDDEN / 2 + (HIDDEN / GROUP) * 2;

// A linear layer of N rows and K columns: N × K weights (int8, see matmul.ts), N scales, N biases (float32).
export const QKV_BYTES: usize = QKV * HIDDEN + QKV * 8;
export const OUTPUT_BYTES: usize = HIDDEN * HIDDEN + HIDDEN * 8;
export const UP_BYTES: usize = FEEDFORWARD * HIDDEN + FEEDFORWARD * 8;
export const DOWN_BYTES: usize = HIDDEN * FEEDFORWARD + HIDDEN * 8;
/** A layer norm: 384 weights, 384 biases (float32). */
export const NORM_BYTES: usize = HIDDEN * 8;
export const LAYER_BYTES: usize = QKV_BYTES + OUTPUT_BYTES + NORM_BYTES + UP_BYTES + DOWN_BYTES + NORM_BYTES;
export const POSITION_BYTES: usize = MAX_TOKENS * HIDDEN * 4;

// Activations. Those that are multiplied by weights are kept as int16 in blocks of four tokens.
export const IDS: usize = 1024; // int32[128], written by the host: each text begins at a multiple of four
export const LENGTHS: usize = IDS + MAX_TOKENS * 4; // int32[32], tokens of each text, written by the host
export const VECTORS: usize = LENGTHS + MAX_TEXTS * 4; // float32[32][384], read by the host
export const X: usize = VECTORS + MAX_TEXTS * HIDDEN * 4; // float32[128][384], the residual stream
export const Y: usize = X + MAX_TOKENS * HIDDEN * 4; // float32[128][384], what a block adds to it
export const WIDE: usize = Y + MAX_TOKENS * HIDDEN * 4; // float32[128][1536], q, k and v, or the feed-forward
export const QUANTISED: usize = WIDE + MAX_TOKENS * FEEDFORWARD * 4; // int16, see quantise.ts
export const SCALES: usize = QUANTISED + MAX_TOKENS * FEEDFORWARD * 2; // float32[128], one scale a token
export const KEYS: usize = SCALES + MAX_TOKENS * 4; // float32[32][128], the keys of one head, transposed
export const WEIGHTS_OF_KEYS: usize = KEYS + HEAD * MAX_TOKENS * 4; // float32[4][128], softmax of four queries
export const LAYERS: usize = WEIGHTS_OF_KEYS + 4 * MAX_TOKENS * 4;
export const LAYERS_BYTES: usize = POSITION_BYTES + NORM_BYTES + LAYER_COUNT * LAYER_BYTES;
export const EMBEDDINGS: usize = LAYERS + LAYERS_BYTES;
export const EMBEDDINGS_BYTES: usize = VOCABULARY * EMBEDDING_ROW;
export const MEMORY_BYTES: usize = EMBEDDINGS + EMBEDDINGS_BYTES;
