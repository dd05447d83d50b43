import kernel from '@kopru/model/weights/kernel.wasm';
import { createEmbedder, sectors } from '@kopru/model/workerd';
import { createMatcher, type Matcher } from '@kopru/sdk/engine';
import scan from '@kopru/sdk/engine/scan.wasm';
import { funds } from './funds.ts';

let loading: Promise<Matcher> | undefined;

/** The engine, loaded once per isolate and shared by its requests; a load that failed is tried again. */
export function loadMatcher(assets: Fetcher): Promise<Matcher> {
  loading ??= load(assets).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(assets: Fetcher): Promise<Matcher> {
  const embedder = await createEmbedder({
    module: kernel,
    fetchFile: (name) => assets.fetch(`https://assets.local/model/${name}`),
  });
  const matcher = createMatcher({ embedder, sectors: sectors(), scan });
  for (const [id, profile] of Object.entries(funds)) await matcher.add('investor', id, profile);
  return matcher;
}
