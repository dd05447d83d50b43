import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sizeOf } from './sizes.ts';

describe('the size of an entry', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kopru-sizes-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A module of some 20 kB that does not compress. */
  const large = () =>
    `export const text = ${JSON.stringify(Array.from({ length: 20_000 }, () => Math.random().toString(36)[2] ?? '0').join(''))};`;

  async function size(name: string, code: string): Promise<number> {
    await writeFile(join(folder, name), code);
    return sizeOf(relative('.', join(folder, name)).replaceAll('\\', '/'));
  }

  test('counts what it imports, and not what it may load later', async () => {
    await writeFile(join(folder, 'large.js'), large());
    expect(await size('static.js', "import { text } from './large.js';\nconsole.log(text);")).toBeGreaterThan(10_000);
    expect(await size('later.js', "export const later = () => import('./large.js');")).toBeLessThan(500);
  });
});
