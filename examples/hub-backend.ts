import type { Plugin } from 'vite';
import { connectHub } from './hub-site/hub.ts';
import { setLocalServer } from './local-env.ts';

/**
 * A hub's backend, for the examples that have a build tool: `/kopru.json` says where the API is and with which key,
 * `/viewer-token` signs for the one member of the example. A real one signs for who is logged in.
 */
export const hubBackend = (): Plugin => ({
  name: 'hub-backend',
  async configureServer({ config, middlewares }) {
    setLocalServer();
    const api = process.env.KOPRU_URL ?? '';
    const hub = await connectHub({
      api,
      secretKey: process.env.KOPRU_KEY ?? '',
      deployment: process.env.KOPRU_DEPLOYMENT ?? 'local',
      origin: `http://127.0.0.1:${config.server.port}`,
    });
    middlewares.use('/kopru.json', (_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ api, key: hub.publishableKey }));
    });
    middlewares.use('/viewer-token', (_request, response, next) => {
      hub.sign('startup:site-topyraq').then((token) => response.end(token), next);
    });
  },
});

/** On which address and port an example is served. */
export const server = (port: number) => ({
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? port),
  strictPort: true,
});
