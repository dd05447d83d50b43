/** Values of an embedding row that share a scale. */
const GROUP = 32;

/** Largest magnitude among the values. */
function peak(values: Float32Array): number {
  let largest = 0;
  for (const v of values) largest = Math.max(largest, Math.abs(v));
  return largest;
}

/**
 * A linear layer as the kernel reads it: int8 weights with one scale a row, in blocks of four rows (for
 * each four columns, four weights of each row), then the scales, then the biases.
 *
 * @param weight `bias.length` rows, one an output.
 */
export function packLinear(weight: Float32Array, bias: Float32Array): Uint8Array {
  const rows = bias.length;
  const columns = weight.length / rows;
  const packed = new Int8Array(weight.length);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    const row = weight.subarray(r * columns, (r + 1) * columns);
    const scale = peak(row) / 127 || 1;
    scales[r] = scale;
    const block = (r >> 2) * columns * 4 + (r & 3) * 4;
    for (let c = 0; c < columns; c++) packed[block + (c >> 2) * 16 + (c & 3)] = Math.round(row[c]! / scale);
  }
  return concat([packed, scales, bias]);
}

/**
 * The embedding table as the kernel reads it: each row has int4 values in groups of 32 (16 bytes; low
 * nibbles are the first half of the group; a nibble is the value plus 8), then a float16 scale for each group.
 *
 * The range is −7 … 7: using −8 as well (with a signed scale) clips the opposite peak, and cost 0.011 of
 * dev MAP where this costs nothing.
 */
export function packEmbeddings(table: Float32Array, columns: number): Uint8Array {
  const groups = columns / GROUP;
  const rowBytes = columns / 2 + groups * 2;
  const rows = table.length / columns;
  const packed = new Uint8Array(rows * rowBytes);
  for (let r = 0; r < rows; r++) {
    const scales = new Float16Array(packed.buffer, r * rowBytes + columns / 2, groups);
    for (let g = 0; g < groups; g++) {
      const group = table.subarray(r * columns + g * GROUP, r * columns + (g + 1) * GROUP);
      scales[g] = peak(group) / 7;
      const scale = scales[g] || 1;
      const nibble = (i: number): number => Math.max(-7, Math.min(7, Math.round(group[i]! / scale))) + 8;
      for (let i = 0; i < 16; i++) packed[r * rowBytes + g * 16 + i] = nibble(i) | (nibble(i + 16) << 4);
    }
  }
  return packed;
}

/** The bytes of all parts, one after the other. */
export function concat(parts: readonly (Uint8Array | Int8Array | Float32Array)[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return out;
}
