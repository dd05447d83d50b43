import { setLocalServer } from '../local-env.ts';
import { connectHub, findScript } from './hub.ts';
import { createSite } from './site.ts';

setLocalServer();
const port = Number(process.env.PORT ?? 3002);
const origin = `http://127.0.0.1:${port}`;
const api = process.env.KOPRU_URL ?? '';
const hub = await connectHub({
  api,
  secretKey: process.env.KOPRU_KEY ?? '',
  deployment: process.env.KOPRU_DEPLOYMENT ?? 'local',
  origin,
});
createSite(hub, await findScript(api)).listen(port, '127.0.0.1', () =>
  console.log(`The hub's site is at ${origin}/kk/`),
);
