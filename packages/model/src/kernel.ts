import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { MODEL } from './model.ts';

/** What the compiled `assembly/` exports: addresses and sizes in bytes, and the encoder. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly IDS: WebAssembly.Global;
  readonly LENGTHS: WebAssembly.Global;
  readonly VECTORS: WebAssembly.Global;
  readonly LAYERS: WebAssembly.Global;
  readonly LAYERS_BYTES: WebAssembly.Global;
  readonly EMBEDDINGS: WebAssembly.Global;
  readonly EMBEDDINGS_BYTES: WebAssembly.Global;
  readonly MEMORY_BYTES: WebAssembly.Global;
  readonly VOCABULARY: WebAssembly.Global;
  encode(texts: number): void;
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
   * The same vector for a text, whatever it is encoded with.
   *
   * @param texts each of 1 to 128 token ids.
   * @returns a new vector of length 1 for each.
   */
  encode(texts: readonly (readonly number[])[]): Float32Array[];
}

/** Where in the memory each weight file lies. */
const PLACES = {
  'layers.bin': ['LAYERS', 'LAYERS_BYTES'],
  'embeddings.bin': ['EMBEDDINGS', 'EMBEDDINGS_BYTES'],
} as const;

export type WeightFile = keyof typeof PLACES;
export const WEIGHT_FILES = Object.keys(PLACES) as WeightFile[];

const PAGE = 65_536;

/** Tokens that the kernel works on together: a text takes whole blocks of them. */
const BLOCK = 4;

/** Instantiates the kernel and gives it the memory for weights and activations. */
export async function createKernel(module: WebAssembly.Module): Promise<Kernel> {
  const { exports } = await WebAssembly.instantiate(module, {});
  const kernel = exports as unknown as KernelExports;
  const { memory } = kernel;
  memory.grow(Math.ceil(kernel.MEMORY_BYTES.value / PAGE) - memory.buffer.byteLength / PAGE);
  const ids = new Int32Array(memory.buffer, kernel.IDS.value, MODEL.maxTokens);
  const lengths = new Int32Array(memory.buffer, kernel.LENGTHS.value, MODEL.maxTokens / BLOCK);
  const vectors = new Float32Array(memory.buffer, kernel.VECTORS.value, lengths.length * MODEL.dimensions);
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
    encode(texts) {
      const encoded: Float32Array[] = [];
      for (let next = 0; next < texts.length; ) {
        // As many as have room together: the weights are read once for all of them.
        let count = 0;
        for (let row = 0; next + count < texts.length; count++) {
          const tokens = texts[next + count] as readonly number[];
          if (row + tokens.length > ids.length) break;
          ids.set(tokens, row);
          lengths[count] = tokens.length;
          row += Math.ceil(tokens.length / BLOCK) * BLOCK;
        }
        kernel.encode(count);
        for (let text = 0; text < count; text++)
          encoded.push(vectors.slice(text * MODEL.dimensions, (text + 1) * MODEL.dimensions));
        next += count;
      }
      return encoded;
    },
  };
}
