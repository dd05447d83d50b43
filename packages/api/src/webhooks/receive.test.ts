import { verifyWebhook } from '@kopru/sdk/webhooks';
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
