import { expect, test } from 'vitest';
import { importKill } from './import-kill.ts';

test('an import over two kills ends as one that nothing interrupted', async () => {
  const { ok, differs, kills, content } = await importKill({
    rows: 200,
    kills: 2,
    seed: 'short',
    model: 'hash',
    waitForLease: false,
  });
  expect({ ok, differs }).toEqual({ ok: true, differs: [] });
  expect(kills.duringUpload + kills.duringRun).toBeGreaterThan(0);
  expect(content).toMatchObject({ imports: 1, waiting: 0 });
  expect(content.profiles).toBeGreaterThan(180);
});
