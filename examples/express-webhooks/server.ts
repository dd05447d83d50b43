import { Kopru } from '@kopru/sdk';
import { setLocalServer } from '../local-env.ts';
import { createApp } from './app.ts';
import { tell } from './tell.ts';

setLocalServer();
const port = Number(process.env.PORT ?? 3001);
const url = `http://127.0.0.1:${port}/kopru-events`;
const kopru = new Kopru({ apiKey: process.env.KOPRU_KEY, baseUrl: process.env.KOPRU_URL ?? '' });

// In production the endpoint is made once, by hand, and its secret given to the server in the environment:
// it is shown at this one time.
for await (const endpoint of kopru.webhooks.list()) {
  if (endpoint.url === url) await kopru.webhooks.delete(endpoint.id);
}
const { id, secret } = await kopru.webhooks.create({ url });

const app = createApp({ secret, onEvent: async (event) => console.log(tell(event)) });
app.listen(port, '127.0.0.1', async () => {
  console.log(`Listening at ${url}`);
  await kopru.webhooks.test(id);
});
