import { expect, test } from 'vitest';
import { fortnight } from './fortnight.ts';

test('every digest of three days is accounted for over two kills, and none comes after a stop', async () => {
  const result = await fortnight({ subscribers: 20, days: 3, kills: 2, unanswered: 0, seed: 'short' });
  expect(result).toMatchObject({ ok: true, wrong: [] });
  expect(result.states.sent).toBeGreaterThan(30);
  expect(result.kills).toBeGreaterThan(0);
}, 240_000);
