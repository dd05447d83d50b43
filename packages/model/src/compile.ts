import { EmbedderError } from '@kopru/sdk/engine/embedder';
import { type ReadFile, read } from './manifest.ts';

/**
 * Compiles the kernel, for runtimes that may compile.
 *
 * @throws {EmbedderError} `model_invalid` if the file is missing or no WebAssembly.
 */
export async function compileKernel(readFile: ReadFile): Promise<WebAssembly.Module> {
  const bytes = await read(readFile, 'kernel.wasm');
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw new EmbedderError('model_invalid', `kernel.wasm: cannot be compiled (${(cause as Error).message})`, {
      cause,
    });
  }
}
