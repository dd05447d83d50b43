import { defaultClientConditions, defineConfig } from 'vite';
import { hubBackend, server } from '../hub-backend.ts';

export default defineConfig({
  // Within this repository only: the packages are read from their sources.
  resolve: { conditions: ['@kopru/source', ...defaultClientConditions] },
  appType: 'mpa',
  plugins: [hubBackend()],
  server: server(3006),
});
