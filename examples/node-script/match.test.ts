import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the example prints the fund that says the same in other words first, and why', async () => {
  const script = fileURLToPath(new URL('./match.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@kopru/source', script]);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^soil-fund {2}\d/);
  expect(lines[1]).toMatch(/^ {2}\+ /);
  expect(stdout).toContain('game-fund');
});
