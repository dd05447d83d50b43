import { expect, test } from 'vitest';
import { clientFaults } from './client-faults.ts';

test('no write of the client is lost or done twice while three in ten requests go wrong', async () => {
  const result = await clientFaults({ operations: 200, share: 0.3, connections: 20, seed: 'short' });
  expect(result).toMatchObject({ ok: true, operations: 200, lost: 0, doubled: 0, failed: [] });
  expect(result.attempts).toBeGreaterThan(240);
  expect(Math.min(...Object.values(result.faults))).toBeGreaterThan(0);
});
