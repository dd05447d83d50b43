import { type Embedder, EmbedderError } from '@kopru/sdk/engine/embedder';
import { centre } from './centre.ts';
import { createKernel, WEIGHT_FILES } from './kernel.ts';
import { type ReadFile, readManifest, readVerified } from './manifest.ts';
import { MODEL } from './model.ts';
import { createTokeniser } from './tokenise.ts';

/** What a runtime gives for the model to work. */
export interface ModelSource {
  /** Reads a file of `weights/`. */
  readonly readFile: ReadFile;
  /** The compiled `kernel.wasm`. */
  readonly module: WebAssembly.Module;
}

/**
 * Loads the model: reads and verifies the files of `weights/` one after the other (so that no more than
 * one of them is held beside the kernel's memory) and puts them into one embedder.
 *
 * @throws {EmbedderError} `model_invalid` if a file is missing, truncated, damaged or of another version.
 */
export async function loadEmbedder({ readFile, module }: ModelSource): Promise<Embedder> {
  const manifest = await readManifest(readFile);
  const kernel = await createKernel(module);
  for (const name of WEIGHT_FILES) kernel.load(name, await readVerified(readFile, manifest, name));
  const tokenise = createTokeniser(await readVerified(readFile, manifest, 'tokenizer.bin'));
  return {
    id: MODEL.id,
    dimensions: MODEL.dimensions,
    async embed(texts) {
      const batch = texts.map((text, index) => {
        const ids = tokenise(text);
        if (ids.length === 0) {
          throw new EmbedderError('text_empty', `text ${index} has nothing to embed`, { index });
        }
        return ids;
      });
      return kernel.encode(batch);
    },
    centre,
  };
}
