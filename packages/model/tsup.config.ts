import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/browser.ts', 'src/workerd.ts', 'src/threads.ts', 'src/threads-worker.ts'],
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
});
