import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { MODEL } from './model.ts';

/** What the compiled `assembly/` exports: addresses and sizes in bytes, and the encoder. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly IDS: WebAssembly.Global;
  readonly VECTOR: WebAssembly.Global;
  readonly LAYERS: WebAssembly.Global;
  readonly LAYERS_BYTES: WebAssembly.Global;
  readonly EMBEDDINGS: WebAssembly.Global;
  readonly EMBEDDINGS_BYTES: WebAssembly.Global;
  readonly MEMORY_BYTES: WebAssembly.Global;
  readonly VOCABULARY: WebAssembly.Global;
  encode(tokens: number): void;
}

/** One encoder with its weights in WebAssembly memory. */
export interface Kernel {
  /** Number of token ids; each must be below it. */
  readonly vocabulary: number;
  /** Bytes of WebAssembly memory held, weights included. */
  readonly memoryBytes: number;
  /** Copies a weight file to its place. */
  load(name: WeightFile, bytes: ArrayBuffer): void;
  /**
   * @param ids 1 to 128 token ids.
   * @returns a new vector of length 1.
   */
  encode(ids: readonly number[]): Float32Array;
}

/** Where in the memory each weight file lies. */
const PLACES = {
  'layers.bin': ['LAYERS', 'LAYERS_BYTES'],
  'embeddings.bin': ['EMBEDDINGS', 'EMBEDDINGS_BYTES'],
} as const;

export type WeightFile = keyof typeof PLACES;
export const WEIGHT_FILES = Object.keys(PLACES) as WeightFile[];

const PAGE = 65_536;

/** Instantiates the kernel and gives it the memory for weights and activations. */
export async function createKernel(module: WebAssembly.Module): Promise<Kernel> {
  const { exports } = await WebAssembly.instantiate(module, {});
  const kernel = exports as unknown as KernelExports;
  const { memory } = kernel;
  memory.grow(Math.ceil(kernel.MEMORY_BYTES.value / PAGE) - memory.buffer.byteLength / PAGE);
  const ids = new Int32Array(memory.buffer, kernel.IDS.value, MODEL.maxTokens);
  const vector = new Float32Array(memory.buffer, kernel.VECTOR.value, MODEL.dimensions);
  return {
    vocabulary: kernel.VOCABULARY.value,
    memoryBytes: memory.buffer.byteLength,
    load(name, bytes) {
      const [place, size] = PLACES[name];
      const expected: number = kernel[size].value;
      if (bytes.byteLength !== expected) {
        throw new EmbedderError(
          'model_invalid',
          `${name}: the kernel expects ${expected} bytes, found ${bytes.byteLength}`,
        );
      }
      new Uint8Array(memory.buffer, kernel[place].value, expected).set(new Uint8Array(bytes));
    },
    encode(tokens) {
      ids.set(tokens);
      kernel.encode(tokens.length);
      return vector.slice();
    },
  };
}
