import { defineConfig } from 'tsup';

/**
 * The API, for production and for this machine, and its embedder, each Worker as one file with its .wasm files
 * beside it: what `kopru dev` and the deployment run.
 */
export default defineConfig({
  entry: { index: 'src/index.ts', local: 'src/local.ts', embedder: 'src/embedder-worker.ts' },
  outDir: 'dist/worker',
  format: 'esm',
  target: 'es2023',
  platform: 'neutral',
  splitting: false,
  clean: true,
  noExternal: [/.*/],
  // Asked for by HiGHS where it takes the runtime for Node; the platform has it.
  external: [/^node:/],
  esbuildOptions(options) {
    options.conditions = ['@kopru/source', 'workerd', 'worker', 'browser'];
    options.mainFields = ['browser', 'module', 'main'];
    options.external = [...(options.external ?? []), 'cloudflare:*'];
    options.loader = { '.wasm': 'copy' };
  },
});
