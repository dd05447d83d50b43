import { verifyWebhook, WebhookError } from '@kopru/sdk/webhooks';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createSecret, sealSecret, signatureHeaders } from './secret.ts';

const KEYRING = JSON.stringify({ current: '1', keys: { 1: btoa('k'.repeat(32)) } });

test('what the API signs, the SDK verifies, with the old secret as with the new one', async () => {
  const secrets = [createSecret(), createSecret()];
  const sealed = await Promise.all(secrets.map((secret) => sealSecret(KEYRING, 'wh_1', secret)));
  const event = {
    type: 'import.completed',
    timestamp: '2026-11-27T03:00:00.000Z',
    data: { id: 'Ünye', kind: 'startup' },
  };
  const body = JSON.stringify(event);
  const headers = await signatureHeaders(KEYRING, 'wh_1', sealed, { id: 'evt_1', body, now: new Date() });
  for (const secret of secrets) {
    const request = new Request('https://hub.example/', { method: 'POST', headers, body });
    expect(await verifyWebhook(request, secret)).toEqual({ id: 'evt_1', ...event });
  }
  const request = new Request('https://hub.example/', { method: 'POST', headers, body });
  await expect(verifyWebhook(request, createSecret())).rejects.toMatchObject({ code: 'signature_invalid' });
});

test('a Hono app takes a delivery as the guide has it, and refuses one that was changed', async () => {
  const app = new Hono<{ Bindings: { KOPRU_WEBHOOK_SECRET: string } }>();
  app.onError((error, c) => c.text('', error instanceof WebhookError ? 400 : 500));
  app.post('/kopru-events', async (c) => {
    const event = await verifyWebhook(c.req.raw, c.env.KOPRU_WEBHOOK_SECRET);
    return c.text(event.id);
  });
  const secret = createSecret();
  const sealed = [await sealSecret(KEYRING, 'wh_1', secret)];
  const body = JSON.stringify({ type: 'profile.deleted', timestamp: '2026-11-27T03:00:00.000Z', data: { id: 'a' } });
  const headers = await signatureHeaders(KEYRING, 'wh_1', sealed, { id: 'evt_2', body, now: new Date() });
  const deliver = (sent: string) =>
    app.request('/kopru-events', { method: 'POST', headers, body: sent }, { KOPRU_WEBHOOK_SECRET: secret });
  expect(await (await deliver(body)).text()).toBe('evt_2');
  expect((await deliver(body.replace('"a"', '"b"'))).status).toBe(400);
});
