import { defaultClientConditions, defineConfig } from 'vite';

/** Send these from your own server as well: the page runs nothing but its own files and the model's kernel. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

export default defineConfig({
  // Within this repository only: the packages are read from their sources.
  resolve: { conditions: ['@kopru/source', ...defaultClientConditions] },
  worker: { format: 'es' },
  // A first start looks for packages from here: one that only the worker imports would be found late, and reload the page.
  optimizeDeps: { entries: ['index.html', 'engine.worker.ts'] },
  server: { headers },
  preview: { headers },
});
