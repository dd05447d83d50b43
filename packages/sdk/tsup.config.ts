import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/schema.ts',
    'src/engine/index.ts',
    'src/engine/level.ts',
    'src/engine/score.ts',
    'src/engine/embedder.ts',
    'src/engine/conformance/index.ts',
    'src/facets/index.ts',
    'src/strings/index.ts',
    // Of a language a page takes what it needs: each of these is a subpath.
    'src/strings/{formats,formatter,plural}.ts',
    'src/strings/*/{codes,countries,facet-names,format,languages,names,sectors}.ts',
    'src/assign/index.ts',
    'src/metrics/index.ts',
    'src/webhooks/index.ts',
    'src/embed/from-function.ts',
    'src/embed/openai-compatible.ts',
    'src/embed/transformers.ts',
    'src/embed/workers-ai.ts',
  ],
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
});
