import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/schema.ts',
    'src/engine/index.ts',
    'src/engine/embedder.ts',
    'src/engine/conformance/index.ts',
    'src/facets/index.ts',
    'src/strings/index.ts',
    'src/assign/index.ts',
    'src/embed/transformers.ts',
  ],
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
});
