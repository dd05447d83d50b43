import { expect, test } from 'vitest';
import { exportKill } from './export-kill.ts';

test('an export over four kills, faults and an erasure holds what was there all the time, once', async () => {
  const result = await exportKill({ rows: 6000, kills: 4, eraseEach: 2, share: 0.6, seed: 'short' });
  expect(result).toMatchObject({ ok: true, lost: 0, doubled: 0, cameBack: 0, invented: 0, misframed: 0, killed: 4 });
  expect(result.wentOn).toBeGreaterThan(0);
  expect(result.begunAnew).toBeGreaterThan(0);
}, 120_000);
