import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeNotices } from './notices.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-notices-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the licences of what is bundled, and of what that depends on, are there; ours are not', async () => {
  const file = join(folder, 'THIRD-PARTY.txt');
  writeNotices(file, ['@kopru/widget']);
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^lit \d/m);
  // The widget names lit, which names lit-html; the sdk, which the widget names, names zod.
  expect(text).toMatch(/^lit-html \d[\s\S]*Copyright \(c\) 2017 Google LLC/m);
  expect(text).toMatch(/^zod \d/m);
  expect(text).not.toContain('@kopru');
});

test('a package that states no licence is not bundled', async () => {
  const bare = join(folder, 'node_modules/bare');
  await mkdir(bare, { recursive: true });
  await writeFile(join(bare, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0' }));
  expect(() => writeNotices(join(folder, 'out.txt'), ['bare'], folder)).toThrow(
    'bare is bundled and states no licence',
  );
});
