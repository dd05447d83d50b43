import { expect, test } from 'vitest';
import { load } from './load.ts';

test('no answer is stale or wrong and no write is lost while eight connections read and write', async () => {
  const result = await load({ seconds: 5, connections: 8, seed: 'short', model: 'hash', profiles: 60 });
  expect(result).toMatchObject({ errors: [], share429: 0, lost: 0, stale: 0, listsDiffer: 0 });
  expect(result.requests).toBeGreaterThan(0);
});
