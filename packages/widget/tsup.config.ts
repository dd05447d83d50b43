import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/define.ts'],
  format: 'esm',
  target: 'es2022',
  // What the elements share among themselves is no part of their interface.
  dts: { compilerOptions: { stripInternal: true } },
  clean: true,
});
