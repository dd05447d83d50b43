interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Reads a safetensors file: 8 bytes with the length of the header, the header as JSON, the data.
 *
 * @returns a function that gives a tensor by name and checks its shape.
 */
export function readSafetensors(file: ArrayBuffer): (name: string, ...shape: number[]) => Float32Array {
  const headerBytes = Number(new DataView(file).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.slice(8, 8 + headerBytes))) as Record<string, Entry>;
  return (name, ...shape) => {
    const entry = header[name];
    if (!entry) throw new Error(`the model has no tensor "${name}"`);
    if (entry.dtype !== 'F16') throw new Error(`tensor "${name}" is ${entry.dtype}, expected F16`);
    if (entry.shape.join() !== shape.join()) {
      throw new Error(`tensor "${name}" has the shape [${entry.shape}], expected [${shape}]`);
    }
    const [start, end] = entry.data_offsets;
    return Float32Array.from(new Float16Array(file.slice(8 + headerBytes + start, 8 + headerBytes + end)));
  };
}
