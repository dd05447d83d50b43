import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';
import { hubBackend, server } from '../hub-backend.ts';

export default defineConfig({
  // Within this repository only: the packages are read from their sources.
  resolve: { conditions: ['@kopru/source', ...defaultClientConditions] },
  plugins: [
    // Vue then looks for no component of its own under these names.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('kopru-') } } }),
    hubBackend(),
  ],
  server: server(3004),
});
