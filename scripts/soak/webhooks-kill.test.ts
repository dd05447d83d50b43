import { expect, test } from 'vitest';
import { webhooksKill } from './webhooks-kill.ts';

test('every event of every acknowledged write arrives over two kills', async () => {
  const result = await webhooksKill({ events: 40, kills: 2, seed: 'short' });
  expect(result).toMatchObject({ ok: true, acknowledged: 40 });
  expect(result.messages).toBeGreaterThan(40);
});
