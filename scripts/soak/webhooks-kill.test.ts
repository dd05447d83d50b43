import { expect, test } from 'vitest';
import { webhooksKill } from './webhooks-kill.ts';

test('every event of every acknowledged write arrives over three kills', async () => {
  const result = await webhooksKill({ events: 60, kills: 3, seed: 'short' });
  expect(result).toMatchObject({ ok: true, acknowledged: 60 });
  expect(result.messages).toBeGreaterThan(60);
});
