import { expect, test } from 'vitest';
import { fortnight } from './fortnight.ts';

test('every digest of four days is accounted for over two kills, and none comes after a stop', async () => {
  const result = await fortnight({ subscribers: 30, days: 4, kills: 2, unanswered: 0, seed: 'short' });
  expect(result).toMatchObject({ ok: true, wrong: [] });
  expect(result.states.sent).toBeGreaterThan(70);
  expect(result.kills).toBeGreaterThan(0);
}, 240_000);
