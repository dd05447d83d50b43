import type { Scan, ScanMemory } from './scanner.ts';

/** The scan of `assembly/index.ts` in JavaScript: its reference, and what runs where no WebAssembly does. */
export function plainScan(memory: ScanMemory): Scan {
  return (rows, count, record, width, queries, queryCount, passing, found, scores) => {
    const { buffer } = memory;
    const [bytes, floats] = [new Int8Array(buffer), new Float32Array(buffer)];
    const [words, doubles] = [new Int16Array(buffer), new Float64Array(buffer)];
    const [bits, numbers] = [new Uint32Array(buffer), new Int32Array(buffer)];
    const step = 2 * width + 16;
    let n = 0;
    for (let row = 0; row < count; row++) {
      if (passing !== 0 && !(((bits[(passing >> 2) + (row >> 5)] as number) >>> (row & 31)) & 1)) continue;
      const from = rows + row * record;
      const length = floats[(from + width) / 4] as number;
      let best = -1;
      for (let q = 0; q < queryCount; q++) {
        const query = queries + q * step;
        let sum = 0;
        for (let d = 0, at = query / 2; d < width; d++) sum += (bytes[from + d] as number) * (words[at + d] as number);
        const alike = sum / ((doubles[(query + 2 * width) / 8] as number) * length);
        if (alike > best) best = alike;
      }
      numbers[found / 4 + n] = row;
      doubles[scores / 8 + n] = best;
      n++;
    }
    return n;
  };
}
