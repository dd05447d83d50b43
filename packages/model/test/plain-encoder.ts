/**
 * The encoder once more, in plain double-precision JavaScript over the same weight files: slow, and close
 * to the formulas. It is what the kernel is compared with.
 */

const HIDDEN = 384;
const HEADS = 12;
const HEAD = 32;
const FEEDFORWARD = 1536;

type Row = Float64Array;

/** Reads `layers.bin` from its beginning to its end. */
class Cursor {
  readonly #file: ArrayBuffer;
  #at = 0;

  constructor(file: ArrayBuffer) {
    this.#file = file;
  }

  floats(count: number): Float32Array {
    this.#at += count * 4;
    return new Float32Array(this.#file, this.#at - count * 4, count);
  }

  norm(): (row: Row) => Row {
    const [weight, bias] = [this.floats(HIDDEN), this.floats(HIDDEN)];
    return (row) => {
      const mean = row.reduce((sum, x) => sum + x, 0) / HIDDEN;
      const variance = row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / HIDDEN;
      return row.map((x, i) => ((x - mean) / Math.sqrt(variance + 1e-12)) * weight[i]! + bias[i]!);
    };
  }

  linear(rows: number, columns: number): (x: Row) => Row {
    const weights = new Int8Array(this.#file, this.#at, rows * columns);
    this.#at += rows * columns;
    const [scales, bias] = [this.floats(rows), this.floats(rows)];
    return (x) =>
      Float64Array.from({ length: rows }, (_, r) => {
        const block = (r >> 2) * columns * 4 + (r & 3) * 4;
        let sum = 0;
        for (let c = 0; c < columns; c++) sum += weights[block + (c >> 2) * 16 + (c & 3)]! * x[c]!;
        return sum * scales[r]! + bias[r]!;
      });
  }

  get atEnd(): boolean {
    return this.#at === this.#file.byteLength;
  }
}

/** erf by its series, exact to double precision in the range that matters here. */
function erf(x: number): number {
  if (Math.abs(x) > 5) return Math.sign(x);
  let [sum, term] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

const gelu = (x: number): number => 0.5 * x * (1 + erf(x / Math.SQRT2));
const add = (a: Row, b: Row): Row => a.map((x, i) => x + b[i]!);

/** The row of one token in `embeddings.bin`: 12 groups of 16 bytes of nibbles, then 12 float16 scales. */
function embeddingOf(file: ArrayBuffer, id: number): Row {
  const rowBytes = HIDDEN / 2 + 24;
  const packed = new Uint8Array(file, id * rowBytes, HIDDEN / 2);
  const scales = new Float16Array(file, id * rowBytes + HIDDEN / 2, 12);
  return Float64Array.from({ length: HIDDEN }, (_, i) => {
    const byte = packed[(i >> 5) * 16 + (i & 15)]!;
    return ((i & 16 ? byte >> 4 : byte & 15) - 8) * scales[i >> 5]!;
  });
}

/** Softmax attention of one head over rows of q, k and v (each 384 wide). */
function attend(rows: readonly Row[], head: number, query: Row): number[] {
  const part = (row: Row, which: number): Row =>
    row.subarray(which * HIDDEN + head * HEAD, which * HIDDEN + (head + 1) * HEAD);
  const q = part(query, 0);
  const scores = rows.map((row) => Math.exp(part(row, 1).reduce((sum, k, d) => sum + k * q[d]!, 0)));
  const total = scores.reduce((sum, s) => sum + s, 0);
  return Array.from({ length: HEAD }, (_, d) =>
    rows.reduce((sum, row, t) => sum + (scores[t]! / total) * part(row, 2)[d]!, 0),
  );
}

/** The vector (not yet of length 1) of some token ids. */
export function encodePlainly(embeddings: ArrayBuffer, layers: ArrayBuffer, ids: readonly number[]): Row {
  const cursor = new Cursor(layers);
  const positions = cursor.floats(128 * HIDDEN);
  const first = cursor.norm();
  let x = ids.map((id, t) => first(embeddingOf(embeddings, id).map((v, i) => v + positions[t * HIDDEN + i]!)));
  while (!cursor.atEnd) {
    const queryKeyValue = x.map(cursor.linear(3 * HIDDEN, HIDDEN));
    const output = cursor.linear(HIDDEN, HIDDEN);
    const afterAttention = cursor.norm();
    x = x.map((row, t) => {
      const heads = Array.from({ length: HEADS }, (_, head) => attend(queryKeyValue, head, queryKeyValue[t]!));
      return afterAttention(add(row, output(Float64Array.from(heads.flat()))));
    });
    const up = cursor.linear(FEEDFORWARD, HIDDEN);
    const down = cursor.linear(HIDDEN, FEEDFORWARD);
    const afterFeedforward = cursor.norm();
    x = x.map((row) => afterFeedforward(add(row, down(up(row).map(gelu)))));
  }
  return x.reduce(add);
}
